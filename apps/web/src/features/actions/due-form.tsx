import { limits } from '@camau/domain'
import { type FormEvent, useId, useState } from 'react'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import type { LogRow } from './action-status'
import { versionOf } from './clashes'
import { entryFrom, readEntry } from './due-entry'
import { DueFields } from './due-fields'
import { stepWords } from './step-words'
import { needsReasonToMove } from './steps-open-to'
import { useSetActionDueDate } from './use-set-action-due-date'

interface Wrong {
  due?: string
  reason?: string
  whole?: string
}

/** The form of a due date, in a dialog or in the cell. What somebody else sets meanwhile is a clash, not a loss. */
export function DueForm({ row, onClose }: { row: LogRow; onClose: () => void }) {
  const words = useWords(stepWords)
  const refusalWords = useRefusalWords()
  const ids = { due: useId(), reason: useId() }
  const { run, busy } = useSetActionDueDate(row)
  // The version on the screen when writing began: a newer one must not slip in unseen.
  const [basedOn] = useState(() => versionOf(row, 'due'))
  const [entry, setEntry] = useState(() => entryFrom(row.due))
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const reasonNeeded = needsReasonToMove(row)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const read = readEntry(entry, row.due)
    const problems: Wrong = {
      ...('problem' in read && { due: words.problems[read.problem] }),
      ...(reasonNeeded && !reason.trim() && { reason: words.problems['reason-needed'] }),
      ...(reason.trim().length > limits.reason && { reason: words.problems['too-long'] }),
    }
    setWrong(problems)
    if ('problem' in read || problems.reason) return
    const result = await run(read.due, reason.trim() || null, basedOn)
    if (result.state !== 'refused' || result.refused.code === 'changed-since' || result.refused.code === 'already-so')
      onClose()
    else setWrong({ whole: refusalWords(result.refused.code) })
  }

  return (
    <form noValidate className="stack" onSubmit={(event) => void submit(event)}>
      <ProblemSummary problems={summary(wrong, ids)} />
      <DueFields
        id={ids.due}
        legend={words.due}
        value={entry}
        onChange={setEntry}
        wrong={wrong.due ?? null}
        mayBeNone={row.due !== null}
      />
      {reasonNeeded && (
        <TextArea
          id={ids.reason}
          label={words.moveReason}
          hint={words.moveReasonHint}
          rows={2}
          wrong={wrong.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className="row">
        <Button type="submit" weight="go" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  )
}

function summary({ due, reason, whole }: Wrong, ids: { due: string; reason: string }) {
  return [
    ...(due ? [{ fieldId: ids.due, words: due }] : []),
    ...(reason ? [{ fieldId: ids.reason, words: reason }] : []),
    ...(whole ? [{ fieldId: null, words: whole }] : []),
  ]
}
