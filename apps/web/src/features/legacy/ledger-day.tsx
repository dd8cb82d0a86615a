import { lastDayOf } from '@camau/domain'
import { type FormEvent, useId, useState } from 'react'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useAsAt } from '../../platform/use-as-at'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { DateFields, readDate, typedDate } from '../../ui/date-fields'
import type { LegacyOwnerFragment } from './legacy.graphql'
import { ownerName } from './owner-name'
import { legacyWords } from './words'

/** Asks for the ledger at the end of a day, which stands in the address. */
export function LedgerDay() {
  const words = useWords(legacyWords).onDay
  const { asAt, setAsAt } = useAsAt()
  return (
    <details className="ledger-day no-print" open={asAt !== null}>
      <summary>{words.title}</summary>
      <DayForm key={asAt} asAt={asAt} onShow={setAsAt} />
    </details>
  )
}

function DayForm({ asAt, onShow }: { asAt: string | null; onShow: (day: string | null) => void }) {
  const words = useWords(legacyWords).onDay
  const id = useId()
  const [typed, setTyped] = useState(() => typedDate(asAt && lastDayOf(asAt)))
  const [wrong, setWrong] = useState<string | null>(null)
  const show = (event: FormEvent) => {
    event.preventDefault()
    const day = readDate(typed)
    setWrong(typeof day === 'object' ? null : words.impossible)
    if (typeof day === 'object') onShow(day.iso)
  }
  return (
    <form noValidate className="stack-s" onSubmit={show}>
      <DateFields id={id} legend={words.day} value={typed} onChange={setTyped} wrong={wrong} />
      <div className="row">
        <Button type="submit" small>
          {words.show}
        </Button>
        {asAt && (
          <Button small onClick={() => onShow(null)}>
            {words.back}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Who answered for it on the day that is shown. */
export function OwnerThatDay({ day, owner }: { day: string; owner: LegacyOwnerFragment | null }) {
  const words = useWords(legacyWords).onDay
  const dates = useDates()
  return (
    <div className="owner-that-day" role="status">
      <p className="meta">{words.stood(dates.day(day))}</p>
      <p>
        {owner ? (
          <>
            {words.owner}
            <b>
              <Content text={ownerName(owner)} />
            </b>
          </>
        ) : (
          <b>{words.nobody}</b>
        )}
      </p>
    </div>
  )
}
