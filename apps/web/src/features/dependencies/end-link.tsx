import { Link } from 'wouter'
import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import type { LinkedEndFragment } from './dependencies.graphql'
import { pageOfRecord } from './record-pages'
import { dependencyWords } from './words'

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
  const page = pageOfRecord(end.type, end.id)
  return page ? (
    <Link href={page} className="title">
      {said}
    </Link>
  ) : (
    said
  )
}
