import { Link } from 'wouter'
import { Content } from '../../platform/content'
import type { ReportLineFragment } from './reports.graphql'

const places: Readonly<Record<string, (id: string) => string>> = {
  Action: (id) => `/actions/${id}`,
  LegacyItem: (id) => `/legacy/${id}`,
  Commitment: () => '/legacy',
  WorkArea: (id) => `/work-areas#${id}`,
  Funding: (id) => `/funding#${id}`,
  Indicator: (id) => `/indicators#${id}`,
  Measure: (id) => `/measures/${id}`,
  Publication: (id) => `/publications#${id}`,
}

/** Records that a report names, each a link to where it stands; none is said. */
export function ReportLines({
  head,
  lines,
  none,
}: {
  head: string
  lines: readonly ReportLineFragment[]
  none: string
}) {
  return (
    <section>
      <h3>
        {head} <span className="num faint">{lines.length}</span>
      </h3>
      {lines.length === 0 && <p className="quiet">{none}</p>}
      <ul className="list">
        {lines.map((line) => (
          <li key={line.id}>
            <ReportLine line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ReportLine({ line: { id, kind, number, title } }: { line: ReportLineFragment }) {
  return (
    <Link href={places[kind]?.(id) ?? '/'}>
      {number && <span className="num">{number} </span>}
      <Content text={title} />
    </Link>
  )
}
