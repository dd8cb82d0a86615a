import { whyNotReviseLetter, whyNotSendLetter, whyNotShareLetter, whyNotWriteLetter } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../../platform/commands'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { RefusedLine } from '../../ui/refused-line'
import { letterWords } from './letter-words'
import { type LetterQuery, SendLetterDocument } from './letters.graphql'

const ReplyDialog = lazy(async () => ({ default: (await import('./reply-dialogs')).ReplyDialog }))
const ReviseLetterDialog = lazy(async () => ({
  default: (await import('./reply-dialogs')).ReviseLetterDialog,
}))
const ShareDialog = lazy(async () => ({ default: (await import('./letter-dialogs')).ShareDialog }))

/** What the reader may do with a letter now: the rules say so, here as at the gateway. */
export function LetterActs({ letter, onDone }: { letter: LetterQuery['letter']; onDone: () => void }) {
  const words = useWords(letterWords)
  const viewer = useViewer()
  const [open, setOpen] = useState<'reply' | 'revise' | 'share' | null>(null)
  const send = useCommand(SendLetterDocument, { what: { en: letterWords.en.send, cy: letterWords.cy.send } })
  const sent = letter.status !== 'DRAFT'
  const own = { fromBodyId: letter.from?.id ?? '', sent }
  const mayReply = letter.status === 'UNANSWERED' && !whyNotWriteLetter(viewer, { fromBodyId: letter.to?.id ?? '' })
  const mayShare = letter.source === null && letter.audience !== 'PUBLIC' && !whyNotShareLetter(viewer, own)
  const close = () => {
    setOpen(null)
    onDone()
  }
  return (
    <>
      {mayReply && (
        <Button weight="go" aria-haspopup="dialog" onClick={() => setOpen('reply')}>
          {words.reply}
        </Button>
      )}
      {letter.source === null && !whyNotReviseLetter(viewer, own) && (
        <Button aria-haspopup="dialog" onClick={() => setOpen('revise')}>
          {words.revise}
        </Button>
      )}
      {!whyNotSendLetter(viewer, own) && (
        <Button weight="go" busy={send.busy} onClick={() => void send.run({ id: letter.id }).then(onDone)}>
          {words.send}
        </Button>
      )}
      {mayShare && (
        <Button aria-haspopup="dialog" onClick={() => setOpen('share')}>
          {words.share}
        </Button>
      )}
      <RefusedLine refused={send.refused} />
      <Suspense fallback={null}>
        {open === 'reply' && <ReplyDialog letter={letter} onClose={close} />}
        {open === 'revise' && <ReviseLetterDialog letter={letter} onChanged={onDone} onClose={close} />}
        {open === 'share' && <ShareDialog letter={letter} onClose={close} />}
      </Suspense>
    </>
  )
}
