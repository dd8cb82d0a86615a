import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import type { BodyThatMeets } from './body-that-meets'
import { peopleWords } from './people-words'

/** How often each seat was taken, over the meetings that were held. */
export function AttendanceRates({ rates }: { rates: BodyThatMeets['attendanceRates'] }) {
  const said = useWords(peopleWords)
  if (rates.length === 0) return null
  return (
    <section aria-labelledby="body-attendance">
      <h2 id="body-attendance">{said.rates}</h2>
      <p className="meta">{said.ratesHint}</p>
      <ul className="list">
        {rates.map(({ person, attended, meetings, represented }) => (
          <li key={person.id} className="row spread">
            <EnglishContent text={person.name} />
            <span className="num">
              {said.rate(attended, meetings)}
              {represented > 0 && `, ${said.represented(represented)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
