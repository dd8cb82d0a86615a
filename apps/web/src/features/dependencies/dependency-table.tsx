import { Content, EnglishContent } from '../../platform/content'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Place } from '../../ui/place'
import { Flag } from '../../ui/status'
import type { DependencyRowFragment, LinkedEndFragment } from './dependencies.graphql'
import { holdsUp } from './dependency-views'
import { EndLink } from './end-link'
import { RemoveDependencyButton } from './remove-dependency-button'
import { dependencyWords } from './words'

/** Both ends, why, and whether it holds things up; every row with its source. */
export function DependencyTable({ rows }: { rows: readonly DependencyRowFragment[] }) {
  const words = useWords(dependencyWords)
  return (
    <table className="dependency-table">
      <caption className="hidden">{words.table}</caption>
      <thead>
        <tr>
          {[words.this, words.waitsFor, words.why, words.state, words.source].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="hidden">{words.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} id={row.id}>
            <td>
              <End end={row.dependent} />
            </td>
            <td data-head={words.waitsFor}>
              <End end={row.dependsOn} />
            </td>
            <td>
              <EnglishContent text={row.text} />
              <p className="meta">
                {words.kinds[row.kind]} · {words.basis[row.basis]}
              </p>
            </td>
            <td>
              <Blocker row={row} />
            </td>
            <td className="meta">
              {row.source && (
                <cite>
                  <Place locator={row.source.locator} />
                </cite>
              )}
            </td>
            <td className="no-print">
              <RemoveDependencyButton row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function End({ end }: { end: LinkedEndFragment }) {
  return (
    <>
      <EndLink end={end} />
      {end.body && (
        <p className="meta">
          <Content text={shortName(end.body.name)} />
        </p>
      )}
    </>
  )
}

function Blocker({ row }: { row: DependencyRowFragment }) {
  const words = useWords(dependencyWords)
  if (!row.blocks) return <span className="quiet">{words.onlyInforms}</span>
  if (row.late)
    return (
      <Flag tone="late" icon="clock">
        {words.isLate}
      </Flag>
    )
  return holdsUp(row) ? (
    <Flag tone="waiting" icon="waiting">
      {words.stillOpen}
    </Flag>
  ) : (
    <Flag tone="done" icon="tick">
      {words.isDone}
    </Flag>
  )
}
