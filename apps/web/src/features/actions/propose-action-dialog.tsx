import { limits } from '@camau/domain'
import { type FormEvent, useId, useState } from 'react'
import { ContentOption } from '../../platform/named-content'
import { useRefusalWords } from '../../platform/refused'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FieldFrame, Select, TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { entryFrom, readEntry } from './due-entry'
import { DueFields } from './due-fields'
import type { OwnerOption } from './owner-options'
import { OwnerPicker } from './owner-picker'
import { passingWords } from './passing-words'
import { stepWords } from './step-words'
import { useOwnerOptions } from './use-owner-options'
import { useProposeAction } from './use-propose-action'
import { useWritableBodies } from './use-writable-bodies'

interface Wrong {
  title?: string
  due?: string
  whole?: string
}

/** What is to be done; who and when may be suggested, and are the chair's to settle. */
export function ProposeActionDialog({
  bodyId,
  parent = null,
  about = '',
  onClose,
}: {
  bodyId: string | null
  /** What is known of it already. */
  about?: string
  /** The action it becomes a part of. */
  parent?: { id: string; number: number } | null
  onClose: () => void
}) {
  const words = useWords(stepWords)
  const passing = useWords(passingWords)
  const refusalWords = useRefusalWords()
  const ids = { title: useId(), due: useId(), owner: useId() }
  const bodies = useWritableBodies()
  const options = useOwnerOptions()
  const { run, busy } = useProposeAction()
  const [chosen, setChosen] = useState(bodyId)
  const [title, setTitle] = useState(about)
  const [owner, setOwner] = useState<OwnerOption | null>(null)
  const [entry, setEntry] = useState(() => ({ ...entryFrom(null), way: 'none' as 'none' | 'day' | 'words' }))
  const [wrong, setWrong] = useState<Wrong>({})
  const body = chosen ?? bodies[0]?.id ?? null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const due = readEntry(entry)
    const problems: Wrong = {
      ...(!title.trim() && { title: words.problems['title-needed'] }),
      ...(title.trim().length > limits.title && { title: words.problems['too-long'] }),
      ...('problem' in due && { due: words.problems[due.problem] }),
    }
    setWrong(problems)
    if (problems.title || 'problem' in due || !body) return
    const result = await run({
      bodyId: body,
      title: title.trim(),
      owner: owner?.owner ?? null,
      due: due.due,
      parentId: parent?.id ?? null,
    })
    if (result.state === 'refused') setWrong({ whole: refusalWords(result.refused.code) })
    else onClose()
  }

  return (
    <Dialog title={parent ? passing.titles.divide(parent.number) : words.titles.propose} onClose={onClose}>
      <form noValidate className="stack" onSubmit={(event) => void submit(event)}>
        <ProblemSummary
          problems={[
            ...(wrong.title ? [{ fieldId: ids.title, words: wrong.title }] : []),
            ...(wrong.due ? [{ fieldId: ids.due, words: wrong.due }] : []),
            ...(wrong.whole ? [{ fieldId: null, words: wrong.whole }] : []),
          ]}
        />
        <TextArea
          id={ids.title}
          label={words.title}
          hint={words.titleHint}
          rows={2}
          wrong={wrong.title}
          value={title}
          onChange={(event) => setTitle(event.target.value.replaceAll('\n', ' '))}
        />
        {bodyId === null && (
          <Select label={words.body} value={body ?? ''} onChange={(event) => setChosen(event.target.value)}>
            {bodies.map(({ id, name }) => (
              <ContentOption key={id} value={id} text={shortName(name)} />
            ))}
          </Select>
        )}
        <FieldFrame id={ids.owner} label={words.owner} optional hint={words.ownerHint}>
          {(wiring) => <OwnerPicker field={wiring} options={options} value={owner} onPick={setOwner} />}
        </FieldFrame>
        <DueFields
          id={ids.due}
          legend={words.due}
          value={entry}
          onChange={setEntry}
          wrong={wrong.due ?? null}
          mayBeNone
        />
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {words.buttons.propose}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
