import { type Owner, owns } from '@camau/domain'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { RefusedLine } from '../../ui/refused-line'
import { type HandedName, heldLegacy, type Owned } from './held-legacy'
import { AcceptLegacyOwnerDocument, DeclineLegacyOwnerDocument, QueryLegacyOwnerDocument } from './legacy.graphql'
import { lifeWords } from './life-words'
import { ReasonButton } from './reason-button'
import { legacyWords } from './words'

/** The question put to the one who is asked; nobody else sees its buttons. */
export function OwnerAsk({ item, name }: { item: Owned; name: HandedName }) {
  const words = useWords(legacyWords)
  const viewer = useViewer()
  if (!item.proposal || !owns(viewer, askedOwner(item))) return null
  return (
    <section className="ask note t-waiting">
      <div>
        <h2>{words.ask.title}</h2>
        <p>{words.ask.said(item.proposal.by.name)}</p>
      </div>
      <Answers id={item.id} name={name} />
    </section>
  )
}

/** Accept, decline, or ask something first; for the one who is asked. */
export function Answers({ id, name }: { id: string; name: HandedName }) {
  const words = useWords(legacyWords)
  const life = useWords(lifeWords)
  const what = (en: string, cy: string) => ({ en: `${en}: ${name.en}`, cy: `${cy}: ${name.cy}` })
  const accept = useCommand(AcceptLegacyOwnerDocument, { what: what('Accept', 'Derbyn') })
  return (
    <div className="row">
      <Button
        weight="go"
        busy={accept.busy}
        onClick={async () => (await accept.run({ id })).state !== 'refused' && announce(words.done.accepted)}
      >
        {words.ask.accept}
      </Button>
      <ReasonButton
        document={DeclineLegacyOwnerDocument}
        id={id}
        what={what('Decline', 'Gwrthod')}
        words={{ ...words.decline, button: words.ask.decline }}
        done={words.done.declined}
      />
      <ReasonButton
        document={QueryLegacyOwnerDocument}
        id={id}
        what={what('Ask', 'Gofyn')}
        words={life.query}
        done={life.done.asked}
      />
      <RefusedLine refused={accept.refused} />
    </div>
  )
}

function askedOwner(item: Owned): Owner | null {
  return heldLegacy(item).record.ledger.at(-1)?.owner ?? null
}
