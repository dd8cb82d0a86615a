import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { Place } from '../../ui/place'
import type { SourceWordsFragment } from './actions.graphql.js'

/** Where a statement stands: the document, the place in it, its date. */
export function SourceText({ source }: { source: SourceWordsFragment }) {
  const dates = useDates()
  return (
    <>
      <Content text={source.title} />, <Place locator={source.locator} />
      {source.date && <span className="faint"> · {dates.day(source.date)}</span>}
    </>
  )
}
