import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { Place } from '../../ui/place'
import type { SourceWordsFragment } from './registers.graphql'

interface SourceCiteProps {
  source: SourceWordsFragment | null
  /** The document named already beside it: said again only where this is another one. */
  within?: SourceWordsFragment | null
}

/** Where a record stands in the programme's documents: document, its date, and the place in it. */
export function SourceCite({ source, within = null }: SourceCiteProps) {
  const dates = useDates()
  if (!source) return null
  const { title, date, file, locator } = source
  return (
    <cite className="meta">
      {file !== within?.file && (
        <>
          {title ? <Content text={title} /> : <EnglishContent text={file} />}
          {date && `, ${dates.day(date)}`} ·{' '}
        </>
      )}
      <Place locator={locator} />
    </cite>
  )
}
