import { lastDayOf, whyNotExplainProposal, whyNotRelease, whyNotWithdrawProposal } from '@camau/domain'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useAsAt } from '../../platform/use-as-at'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { type HandedName, heldLegacy, itemName, type Owned } from './held-legacy'
import { LedgerDay, OwnerThatDay } from './ledger-day'
import { ledgerOnDay } from './ledger-on-day'
import {
  ExplainLegacyOwnerDocument,
  type LedgerLineFragment,
  ReleaseLegacyOwnerDocument,
  WithdrawLegacyOwnerDocument,
} from './legacy.graphql'
import type { LegacyItem } from './legacy-item'
import { lifeWords } from './life-words'
import { ownerName } from './owner-name'
import { ProposeOwnerButton } from './propose-owner-button'
import { ReasonButton } from './reason-button'
import { legacyWords } from './words'

/** Every line of who was asked, accepted, declined or handed it back: newest first, down to what the report says; now, or on a day gone by. */
export function OwnerLedger({ item }: { item: LegacyItem }) {
  const words = useWords(legacyWords)
  const { asAt } = useAsAt()
  const day = asAt && lastDayOf(asAt)
  const then = day ? ledgerOnDay(item, day) : null
  const { lines, waitingId } = then ?? { lines: item.ledger, waitingId: item.proposal?.id }
  return (
    <section>
      <h2 className="side">{words.ledger.title}</h2>
      {day && then && <OwnerThatDay day={day} owner={then.owner} />}
      <ol className="ledger">
        <LedgerLines lines={lines} waitingId={waitingId} />
        <li className="open">
          <span className="dot" />
          <div>
            <p>{words.ledger.none}</p>
            <p className="meta">{item.ownerNote ? <EnglishContent text={item.ownerNote} /> : words.ledger.noneNote}</p>
          </div>
        </li>
      </ol>
      {!day && (
        <div className="row no-print">
          <ProposeOwnerButton item={item} name={itemName(item)} />
          <LedgerSteps item={item} name={itemName(item)} />
        </div>
      )}
      <LedgerDay />
    </section>
  )
}

interface LedgerLinesProps {
  lines: readonly LedgerLineFragment[]
  /** The line nobody has answered. */
  waitingId: string | null | undefined
}

/** The newest first. */
export function LedgerLines({ lines, waitingId }: LedgerLinesProps) {
  return lines.toReversed().map((line) => <Line key={line.id} line={line} waits={line.id === waitingId} />)
}

const looks: Partial<Record<LedgerLineFragment['state'], string>> = { DECLINED: 'no', ACCEPTED: 'yes' }

function Line({ line, waits }: { line: LedgerLineFragment; waits: boolean }) {
  const words = useWords(legacyWords)
  const dates = useDates()
  const said = (
    <>
      {words.ledger[line.state]}
      <Content text={ownerName(line.owner)} />
    </>
  )
  return (
    <li className={waits ? 'now' : looks[line.state]}>
      <span className="dot" />
      <div>
        <p>{waits ? <b>{said}</b> : said}</p>
        <p className="meta">
          {words.ledger.by(dates.day(line.at), line.by.name)}
          {line.reason && <q>{line.reason}</q>}
          {waits && `. ${words.ledger.waiting}`}
        </p>
      </div>
    </li>
  )
}

/** Steps with a reason: handing back, taking a proposal back, answering what was asked about it. */
export function LedgerSteps({ item, name }: { item: Owned; name: HandedName }) {
  const words = useWords(legacyWords)
  const life = useWords(lifeWords)
  const viewer = useViewer()
  const held = heldLegacy(item)
  const step = (en: string, cy: string) => ({ id: item.id, bare: true, what: what(en, cy) })
  const what = (en: string, cy: string) => ({ en: `${en}: ${name.en}`, cy: `${cy}: ${name.cy}` })
  return (
    <>
      {!whyNotExplainProposal(viewer, held) && (
        <ReasonButton
          {...step(lifeWords.en.explain.title, lifeWords.cy.explain.title)}
          document={ExplainLegacyOwnerDocument}
          words={life.explain}
          done={life.done.explained}
        />
      )}
      {!whyNotWithdrawProposal(viewer, held) && (
        <ReasonButton
          {...step(lifeWords.en.withdraw.title, lifeWords.cy.withdraw.title)}
          document={WithdrawLegacyOwnerDocument}
          words={life.withdraw}
          done={life.done.withdrawn}
        />
      )}
      {!whyNotRelease(viewer, held) && (
        <ReasonButton
          {...step(legacyWords.en.release.title, legacyWords.cy.release.title)}
          document={ReleaseLegacyOwnerDocument}
          words={words.release}
          done={words.done.released}
        />
      )}
    </>
  )
}
