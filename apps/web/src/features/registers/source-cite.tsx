import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import type { RegisterSourceFragment } from './registers.graphql'

/** Where a record stands in the programme's documents: document, its date, and the place in it. */
export function SourceCite({ source }: { source: RegisterSourceFragment | null }) {
  const content = useContent()
  const dates = useDates()
  if (!source) return null
  const { title, date, file, locator } = source
  return (
    <cite className="meta" lang="en">
      {title ? content(title) : file}
      {date && `, ${dates.day(date)}`} · {locator}
    </cite>
  )
}
