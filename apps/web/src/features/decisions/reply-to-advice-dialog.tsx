import { limits } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { decisionWords } from './decision-words'
import { type DecisionLineFragment, ReplyToAdviceDocument } from './decisions.graphql'

interface ReplyToAdviceDialogProps {
  decision: DecisionLineFragment
  onClose: () => void
}

/** The minister's office answers advice, once. */
export function ReplyToAdviceDialog({ decision: { id, text }, onClose }: ReplyToAdviceDialogProps) {
  const said = useWords(decisionWords)
  const refusal = useRefusalWords()
  const [reply, setReply] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const what = { en: decisionWords.en.replyAct, cy: decisionWords.cy.replyAct }
  const command = useCommand(ReplyToAdviceDocument, { what, patient: true })
  const save = async () => {
    setWrong(reply.trim() ? null : said.replyNeeded)
    if (!reply.trim()) return
    const { state } = await command.run({ id, text: reply.trim() })
    if (state === 'refused') return
    announce(said.replyDone)
    onClose()
  }
  const problems = [
    ...(wrong ? [{ fieldId: 'reply-text', words: wrong }] : []),
    ...(command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []),
  ]
  return (
    <Dialog title={said.replyAct} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!command.busy) void save()
        }}
      >
        <ProblemSummary problems={problems} />
        <blockquote>
          <EnglishContent text={text} />
        </blockquote>
        <TextArea
          id="reply-text"
          label={said.replyText}
          wrong={wrong}
          rows={6}
          maxLength={limits.reply}
          value={reply}
          onChange={(event) => setReply(event.target.value)}
        />
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {said.replySave}
          </Button>
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
