import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import type { LinkedEndFragment } from './dependencies.graphql'
import { dependencyWords } from './words'

const pages: Record<string, string> = {
  Action: '/actions/',
  LegacyItem: '/legacy/',
  Body: '/bodies/',
  Workstream: '/work-areas#',
  WorkArea: '/work-areas#',
  Indicator: '/indicators#',
  Funding: '/funding#',
  Publication: '/publications#',
  Commitment: '/legacy#',
}

/** One end of a dependency: its number and name, and the way to it; or that there is something the reader may not see. */
export function EndLink({ end }: { end: LinkedEndFragment }) {
  const words = useWords(dependencyWords)
  if (end.restricted) return <span className="quiet">{words.restricted}</span>
  const said = (
    <>
      {end.number !== null && <span className="num faint">{end.number} </span>}
      <EnglishContent text={end.label} />
    </>
  )
  const page = pages[end.type]
  return page ? (
    <Link href={page + end.id} className="title">
      {said}
    </Link>
  ) : (
    said
  )
}
