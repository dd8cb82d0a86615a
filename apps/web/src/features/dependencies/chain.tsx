import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import type { DependencyRowFragment, LinkedEndFragment } from './dependencies.graphql'
import { EndLink } from './end-link'
import { longestChain, waitsFor } from './longest-chain'
import { dependencyWords } from './words'

/** The longest row of things that wait for one another: where one slip moves the most. */
export function Chain({ rows }: { rows: readonly DependencyRowFragment[] }) {
  const words = useWords(dependencyWords)
  const chain = longestChain(rows)
  if (chain.length === 0) return null
  return (
    <section className="chain">
      <h2>{words.longestChain}</h2>
      <ol>
        {chain.map((end) => (
          <li key={end.id}>
            <p>
              <EndLink end={end} />
            </p>
            {end.body && (
              <p className="meta">
                <Content text={shortName(end.body.name)} />
              </p>
            )}
            <Standing end={end} before={waitsFor(rows, end)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Standing({ end, before }: { end: LinkedEndFragment; before: readonly LinkedEndFragment[] }) {
  const words = useWords(dependencyWords)
  const dates = useDates()
  if (end.lateSince)
    return (
      <Flag tone="late" icon="clock">
        {words.lateSince(dates.day(end.lateSince))}
      </Flag>
    )
  if (before.length === 0) return <p className="meta">{words.notLate}</p>
  return (
    <Flag tone="waiting" icon="waiting">
      {words.waitsForThese(before.flatMap(({ number }) => number ?? []).join(', '))}
    </Flag>
  )
}
