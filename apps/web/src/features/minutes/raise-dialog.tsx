import { limits } from '@camau/domain'
import { useState } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { words } from './words'

interface RaiseDialogProps {
  /** The line, where it is too long for an action; empty where there is none. */
  text: string
  onRaise: (title: string) => void
  onClose: () => void
}

/** Asks what is to be done where no line says it, or says it at too great a length. */
export function RaiseDialog({ text, onRaise, onClose }: RaiseDialogProps) {
  const said = useWords(words)
  const [title, setTitle] = useState(text)
  const [wrong, setWrong] = useState<string | null>(text ? said.lineTooLong(limits.title) : null)
  const submit = () => {
    const trimmed = title.replace(/\s+/g, ' ').trim()
    if (!trimmed) setWrong(said.raiseNeeded)
    else if (trimmed.length > limits.title) setWrong(said.lineTooLong(limits.title))
    else onRaise(trimmed)
  }
  return (
    <Dialog title={said.raise} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ProblemSummary problems={wrong ? [{ fieldId: 'raise-text', words: wrong }] : []} />
        <TextArea
          id="raise-text"
          label={said.raiseText}
          value={title}
          wrong={wrong}
          rows={3}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="row">
          <Button type="submit" weight="go">
            {said.raiseSave}
          </Button>
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
