import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { Button } from '../../ui/button'
import { ReasonDialog } from './reason-dialog'

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
  const [open, setOpen] = useState(false)
  const { run, busy, refused } = useCommand(document, { what })
  const send = async (reason: string) => {
    if ((await run({ id, reason })).state === 'refused') return
    announce(done)
    setOpen(false)
  }
  return (
    <>
      <Button {...(bare ? { weight: 'bare', small: true } : {})} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {open && (
        <ReasonDialog
          words={words}
          busy={busy}
          refused={refused}
          onClose={() => setOpen(false)}
          onSend={(reason) => void send(reason)}
        />
      )}
    </>
  )
}
