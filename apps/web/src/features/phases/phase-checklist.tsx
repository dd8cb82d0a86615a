import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import type { PhaseShown } from './phase-shown'
import { phaseWords } from './words'

/** Where the actions of the phase stand, and each one that keeps it from closing (requirements, row 32). */
export function PhaseChecklist({ phase: { checklist, status } }: { phase: PhaseShown }) {
  const words = useWords(phaseWords)
  if (status === 'CLOSED') return null
  const { finished, dropped, legacy, unhandled } = checklist
  return (
    <section>
      <h3>{words.checklist}</h3>
      <p className="num">
        {[words.handled.finished(finished), words.handled.dropped(dropped), words.handled.legacy(legacy)].join(' · ')}
      </p>
      {unhandled.length === 0 ? (
        <p>{words.ready}</p>
      ) : (
        <details className="body-about">
          <summary>{words.unhandled(unhandled.length)}</summary>
          <ul className="list">
            {unhandled.map(({ id, number, title }) => (
              <li key={id}>
                <span className="num faint">{number}</span>{' '}
                <Link href={`/actions/${id}`}>
                  <EnglishContent text={title} />
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
