import { type ReactNode, useId, useState } from 'react'
import type { Result } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { Button, type Weight } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { stepWords } from './step-words'
import { useRefusedWords } from './use-refused-words'

type NeededText = 'text-needed' | 'reason-needed' | 'evidence-needed'

export interface TextStepProps {
  /** Whether the step is open to this person now. */
  offered: boolean
  /** On the button, and again on the button that does it. */
  verb: string
  title: string
  label: string
  hint?: string
  limit: number
  /** What is said when nothing was written; without it the text may stay empty. */
  needed?: NeededText
  /** What to read, or to choose, before writing. */
  before?: ReactNode
  /** What is said when something before the text has not been chosen; null when all is there. */
  missing?: () => string | null
  weight?: Weight
  run: (text: string) => Promise<Result<unknown>>
}

/**
 * A button whose step takes some words: decline, report, complete, close, reopen, drop. Somebody else may take the step while
 * the words are being written: the button goes, the words stay until their writer lets them go.
 */
export function TextStep({ offered, weight = 'plain', verb, ...rest }: TextStepProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {offered && (
        <Button small weight={weight} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {verb}
        </Button>
      )}
      {open && <TextStepDialog verb={verb} {...rest} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The dialog by itself, for menus that are gone by the time it opens. */
export function TextStepDialog({
  verb,
  title,
  label,
  hint,
  limit,
  needed,
  before,
  missing,
  run,
  onClose,
}: Omit<TextStepProps, 'weight' | 'offered'> & { onClose: () => void }) {
  const words = useWords(stepWords)
  const refusedWords = useRefusedWords()
  const fieldId = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async () => {
    const problem = problemWith(text, limit, needed)
    const absent = missing?.() ?? null
    setWrong(problem && words.problems[problem])
    setRefused(absent)
    if (problem || absent) return
    setBusy(true)
    const result = await run(text.trim())
    setBusy(false)
    if (result.state !== 'refused' || result.refused.code === 'changed-since') onClose()
    else setRefused(refusedWords(result.refused))
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
        className="stack"
      >
        <ProblemSummary
          problems={[
            ...(wrong ? [{ fieldId, words: wrong }] : []),
            ...(refused ? [{ fieldId: null, words: refused }] : []),
          ]}
        />
        {before}
        <TextArea
          id={fieldId}
          label={label}
          hint={hint}
          wrong={wrong}
          optional={!needed}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {verb}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function problemWith(text: string, limit: number, needed: NeededText | undefined): NeededText | 'too-long' | null {
  if (needed && !text.trim()) return needed
  return text.trim().length > limit ? 'too-long' : null
}
