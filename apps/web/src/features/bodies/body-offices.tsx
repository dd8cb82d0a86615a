import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import { Unset } from '../../ui/status'
import type { BodyOfPage } from './body-head'
import { bodyWords } from './words'

type Appointment = BodyOfPage['appointments'][number]

/** Who holds its offices now, office first; earlier holders behind one press. */
export function BodyOffices({ body }: { body: BodyOfPage }) {
  const words = useWords(bodyWords)
  const now = body.appointments.filter(({ inForce }) => inForce).sort(byOffice)
  const past = body.appointments.filter(({ inForce }) => !inForce).sort(byOffice)
  return (
    <section>
      <h2>{words.offices}</h2>
      {now.length === 0 && <p className="quiet">{words.noOffices}</p>}
      <Holders of={now} />
      {past.length > 0 && (
        <details className="body-about">
          <summary>{words.past(past.length)}</summary>
          <Holders of={past} />
        </details>
      )}
    </section>
  )
}

function Holders({ of }: { of: readonly Appointment[] }) {
  return (
    <ul className="list">
      {of.map((appointment) => (
        <li key={appointment.id}>
          <b>
            <Content text={appointment.title} />
          </b>
          {appointment.example && <ExampleMark />}
          <span className="meta holder">
            <Holder appointment={appointment} />
          </span>
          {appointment.note && (
            <p className="meta" lang="en">
              {appointment.note}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A holder who is known by the office alone is not named twice. */
function Holder({ appointment: { person, title, from, until } }: { appointment: Appointment }) {
  const words = useWords(bodyWords)
  const dates = useDates()
  const term =
    from && until
      ? words.fromTo(dates.day(from), dates.day(until))
      : from
        ? words.since(dates.day(from))
        : until
          ? words.until(dates.day(until))
          : null
  return (
    <>
      {person ? person.name !== title.en && person.name : <Unset>{words.holderNotNamed}</Unset>}
      {term && <span> {term}</span>}
    </>
  )
}

const order: readonly Appointment['office'][] = ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT', 'MEMBER']

function byOffice(a: Appointment, b: Appointment): number {
  return rank(a) - rank(b)
}

function rank({ office }: Appointment): number {
  const at = order.indexOf(office)
  return at < 0 ? order.length : at
}
