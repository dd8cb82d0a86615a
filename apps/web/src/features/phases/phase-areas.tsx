import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import type { PhaseShown } from './phase-shown'
import { phaseWords } from './words'

/** The work areas of the phase; those the documents only count are listed without a title (requirements, row 28). */
export function PhaseAreas({ phase: { workAreas, workAreaCount } }: { phase: PhaseShown }) {
  const words = useWords(phaseWords)
  const unknown = workAreas.filter(({ workArea }) => !workArea).length
  return (
    <section>
      <h3>{words.workAreas(workAreas.length)}</h3>
      {workAreaCount === null && workAreas.length === 0 && <p className="quiet">{words.notCounted}</p>}
      {unknown > 0 && <p className="quiet">{words.unknowns(unknown)}</p>}
      <ol className="phase-areas">
        {workAreas.map(({ position, workArea }) => (
          <li key={position}>
            {workArea ? (
              <Link href={`/work-areas#${workArea.id}`}>
                <Content text={workArea.title} />
              </Link>
            ) : (
              <Unset>{words.unknown}</Unset>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
