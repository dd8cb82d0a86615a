import { type Owner, owns } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { heldItem } from './held-legacy'
import { AcceptLegacyOwnerDocument, DeclineLegacyOwnerDocument, type LegacyRowFragment } from './legacy.graphql'
import { ReasonDialog } from './reason-dialog'
import { legacyWords } from './words'

/** The question put to the one who is asked; nobody else sees its buttons. */
export function OwnerAsk({ item }: { item: LegacyRowFragment }) {
  const words = useWords(legacyWords)
  const viewer = useViewer()
  if (!item.proposal || !owns(viewer, askedOwner(item))) return null
  return (
    <section className="ask note t-waiting">
      <div>
        <h2>{words.ask.title}</h2>
        <p>{words.ask.said(item.proposal.by.name)}</p>
      </div>
      <Answers item={item} />
    </section>
  )
}

function Answers({ item }: { item: LegacyRowFragment }) {
  const words = useWords(legacyWords)
  const refusalWords = useRefusalWords()
  const [declining, setDeclining] = useState(false)
  const accept = useCommand(AcceptLegacyOwnerDocument, {
    what: { en: `Accept legacy item ${item.number}`, cy: `Derbyn: eitem waddol ${item.number}` },
  })
  const decline = useCommand(DeclineLegacyOwnerDocument, {
    what: { en: `Decline legacy item ${item.number}`, cy: `Gwrthod: eitem waddol ${item.number}` },
  })
  return (
    <div className="row">
      <Button
        weight="go"
        busy={accept.busy}
        onClick={async () => (await accept.run({ id: item.id })).state !== 'refused' && announce(words.done.accepted)}
      >
        {words.ask.accept}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setDeclining(true)}>
        {words.ask.decline}
      </Button>
      {accept.refused && <p role="alert">{refusalWords(accept.refused.code)}</p>}
      {declining && (
        <ReasonDialog
          words={words.decline}
          busy={decline.busy}
          refused={decline.refused}
          onClose={() => setDeclining(false)}
          onSend={async (reason) => {
            if ((await decline.run({ id: item.id, reason })).state === 'refused') return
            announce(words.done.declined)
            setDeclining(false)
          }}
        />
      )}
    </div>
  )
}

function askedOwner(item: LegacyRowFragment): Owner | null {
  return heldItem(item).record.ledger.at(-1)?.owner ?? null
}
