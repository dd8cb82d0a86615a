import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import type { DependencyRowFragment } from './dependencies.graphql'
import { lateBlockers } from './dependency-views'
import { EndLink } from './end-link'
import { monthsLate } from './how-late'
import { dependencyWords } from './words'

/** What is late and holds others up: longest late on top. */
export function LateBlockers({ rows }: { rows: readonly DependencyRowFragment[] }) {
  const words = useWords(dependencyWords)
  const blockers = lateBlockers(rows)
  if (blockers.length === 0) return null
  return (
    <section className="late-blockers">
      <h2>{words.lateFirst}</h2>
      <ul>
        {blockers.map(({ blocker, heldUp }) => (
          <li key={blocker.id}>
            <Since day={blocker.lateSince} />
            <div>
              <EndLink end={blocker} />
              {blocker.body && (
                <p className="meta">
                  <Content text={shortName(blocker.body.name)} />
                </p>
              )}
            </div>
            <div className="meta">
              {words.holdsUp}
              <ul>
                {heldUp.map((end) => (
                  <li key={end.id}>
                    <EndLink end={end} />
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Since({ day }: { day: string | null }) {
  const words = useWords(dependencyWords)
  const dates = useDates()
  return (
    <div className="when">
      <Flag tone="late" icon="clock">
        <b>{day ? words.lateBy(monthsLate(day, new Date())) : words.isLate}</b>
      </Flag>
      {day && <p className="meta">{words.lateSince(dates.day(day))}</p>}
    </div>
  )
}
