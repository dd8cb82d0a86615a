import { lastDayOf, whyNotRelease } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useAsAt } from '../../platform/use-as-at'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { heldItem } from './held-legacy'
import { LedgerDay, OwnerThatDay } from './ledger-day'
import { ledgerOnDay } from './ledger-on-day'
import { type LedgerLineFragment, ReleaseLegacyOwnerDocument } from './legacy.graphql'
import type { LegacyItem } from './legacy-item'
import { ownerName } from './owner-name'
import { ProposeOwnerButton } from './propose-owner-button'
import { ReasonDialog } from './reason-dialog'
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
        {lines.toReversed().map((line) => (
          <Line key={line.id} line={line} waits={line.id === waitingId} />
        ))}
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
          <ProposeOwnerButton item={item} />
          <ReleaseButton item={item} />
        </div>
      )}
      <LedgerDay />
    </section>
  )
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

function ReleaseButton({ item }: { item: LegacyItem }) {
  const words = useWords(legacyWords)
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  const release = useCommand(ReleaseLegacyOwnerDocument, {
    what: { en: `Hand back legacy item ${item.number}`, cy: `Rhoi yn ôl: eitem waddol ${item.number}` },
  })
  if (whyNotRelease(viewer, heldItem(item))) return null
  return (
    <>
      <Button weight="bare" small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.release.button}
      </Button>
      {open && (
        <ReasonDialog
          words={words.release}
          busy={release.busy}
          refused={release.refused}
          onClose={() => setOpen(false)}
          onSend={async (reason) => {
            if ((await release.run({ id: item.id, reason })).state === 'refused') return
            announce(words.done.released)
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
