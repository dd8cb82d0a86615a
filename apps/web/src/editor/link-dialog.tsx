import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useWords } from '../platform/words'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { ProblemSummary } from '../ui/problem-summary'
import { uiWords } from '../ui/words'
import { safeAddress } from './safe-address'
import { editorWords } from './words'

/** Puts an address behind the words selected, or takes it away. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const said = useWords(editorWords)
  const common = useWords(uiWords)
  const present: unknown = editor.getAttributes('link').href
  const [address, setAddress] = useState(typeof present === 'string' ? present : '')
  const [wrong, setWrong] = useState<string | null>(null)
  const change = (href: string | null) => {
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href) chain.setMark('link', { href }).run()
    else chain.unsetMark('link').run()
    onClose()
  }
  return (
    <Dialog title={said.link} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const href = safeAddress(address)
          if (href) change(href)
          else setWrong(said.linkProblem)
        }}
      >
        <ProblemSummary problems={wrong ? [{ fieldId: 'link-address', words: wrong }] : []} />
        <Field
          id="link-address"
          label={said.linkAddress}
          hint={said.linkHint}
          type="url"
          value={address}
          wrong={wrong}
          onChange={(event) => setAddress(event.target.value)}
        />
        <div className="row">
          <Button type="submit" weight="go">
            {said.linkSave}
          </Button>
          {typeof present === 'string' && <Button onClick={() => change(null)}>{said.linkRemove}</Button>}
          <Button weight="bare" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
