import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import type { LegacyLinkFragment } from './legacy.graphql'
import { SourceLine } from './source-line'

interface LegacyLinksProps {
  title: string
  links: readonly LegacyLinkFragment[]
  /** Which end is the other one. */
  end: 'dependent' | 'dependsOn'
}

/** What the item waits for, or what waits on it, each with why and where that is said. */
export function LegacyLinks({ title, links, end }: LegacyLinksProps) {
  if (links.length === 0) return null
  return (
    <section>
      <h2 className="side">{title}</h2>
      {links.map((link) => (
        <p key={link.id} className="meta">
          <End {...link[end]} />
          <br />
          <EnglishContent text={link.text} /> {link.source && <SourceLine source={link.source} />}
        </p>
      ))}
    </section>
  )
}

const pages: Record<string, string> = { LegacyItem: '/legacy', Action: '/actions', Body: '/bodies' }

function End({ id, type, label, number }: LegacyLinkFragment['dependent']) {
  const said = (
    <>
      {number !== null && `${number} · `}
      <EnglishContent text={label} />
    </>
  )
  const page = pages[type]
  return page ? <Link href={`${page}/${id}`}>{said}</Link> : <b>{said}</b>
}
