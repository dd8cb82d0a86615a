import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { DialogButton } from '../../ui/dialog-button'

const loadDialog = () => import('./reason-dialog')

interface ReasonButtonProps<Data> {
  document: TypedDocumentNode<Data, OperationVariables & { input: { mutationId: string; id: string; reason: string } }>
  id: string
  /** For the list of what is kept on the device. */
  what: { en: string; cy: string }
  words: { button: string; title: string; reason: string; send: string; needed: string }
  /** Said when it is done. */
  done: string
  bare?: boolean
}

/** A step that takes a reason: the button, and the dialog that asks why. */
export function ReasonButton<Data>({ document, id, what, words, done, bare = false }: ReasonButtonProps<Data>) {
  const { run, busy, refused } = useCommand(document, { what })
  const send = async (reason: string, close: () => void) => {
    if ((await run({ id, reason })).state === 'refused') return
    announce(done)
    close()
  }
  return (
    <DialogButton
      {...(bare ? { weight: 'bare', small: true } : {})}
      load={loadDialog}
      dialog={({ ReasonDialog }, close) => (
        <ReasonDialog
          words={words}
          busy={busy}
          refused={refused}
          onClose={close}
          onSend={(reason) => void send(reason, close)}
        />
      )}
    >
      {words.button}
    </DialogButton>
  )
}
