import { limits } from '@camau/domain'
import { type FormEvent, useId, useState } from 'react'
import { type Refused, useRefusalWords } from '../../platform/refused'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'

interface ReasonDialogProps {
  words: { title: string; reason: string; send: string; needed: string }
  busy: boolean
  refused: Refused | null
  onSend: (reason: string) => void
  onClose: () => void
}

/** Whatever is answered, handed back or taken back takes a reason, which the ledger keeps. */
export function ReasonDialog({ words, busy, refused, onSend, onClose }: ReasonDialogProps) {
  const refusalWords = useRefusalWords()
  const fieldId = useId()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setWrong(reason.trim() ? null : words.needed)
    if (reason.trim()) onSend(reason.trim())
  }
  const problems = [
    ...(wrong ? [{ fieldId, words: wrong }] : []),
    ...(refused ? [{ fieldId: null, words: refusalWords(refused.code) }] : []),
  ]
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <ProblemSummary problems={problems} />
        <TextArea
          id={fieldId}
          label={words.reason}
          wrong={wrong}
          maxLength={limits.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row">
          <Button weight="go" type="submit" busy={busy}>
            {words.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
