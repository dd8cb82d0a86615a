import { Link } from 'wouter'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import { lifeWords } from './life-words'
import { LinkEndText } from './link-end-text'
import type { ActionLife } from './walk-steps'

type End = ActionLife['waitsFor'][number]['dependsOn']

/** Both ways: what it waits for, and what waits on it, each with the words of the document. */
export function ActionDependencies({ action }: { action: ActionLife }) {
  const words = useWords(lifeWords)
  const links = [
    ...action.waitsFor.map(({ dependsOn, ...link }) => ({
      ...link,
      end: dependsOn,
      name: link.blocks ? words.waitsFor : words.informedBy,
    })),
    ...action.holdsUp.map(({ dependent, ...link }) => ({
      ...link,
      end: dependent,
      name: link.blocks ? words.waitingOnIt : words.informs,
    })),
  ]
  return (
    <section className="stack-s">
      <h2>{words.dependencies}</h2>
      {links.length === 0 && <p className="quiet">{words.noDependencies}</p>}
      <ul className="list">
        {links.map(({ id, end, name, text }) => (
          <li key={id}>
            <p className="meta">{name}</p>
            <LinkEndText end={end} />
            <Late end={end} />
            {text && (
              <p className="meta" lang="en">
                {text}
              </p>
            )}
          </li>
        ))}
      </ul>
      {links.length > 0 && (
        <p className="no-print">
          <Link href={`/dependencies/map?around=${action.id}`}>{words.onMap}</Link>
        </p>
      )}
    </section>
  )
}

function Late({ end }: { end: End }) {
  const words = useWords(lifeWords)
  const dates = useDates()
  if (!end.late || !end.lateSince) return null
  return (
    <p>
      <Flag tone="late" icon="clock">
        {words.late(dates.day(end.lateSince))}
      </Flag>
    </p>
  )
}
