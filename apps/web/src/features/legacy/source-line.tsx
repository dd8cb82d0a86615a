import { Place } from '../../ui/place'
import type { SourceWordsFragment } from './legacy.graphql'

/** The place in the documents; the document itself and its date on hover and in print. */
export function SourceLine({ source }: { source: SourceWordsFragment }) {
  return (
    <cite title={[source.title?.en ?? source.file, source.date].filter(Boolean).join(', ')}>
      <Place locator={source.locator} />
    </cite>
  )
}
