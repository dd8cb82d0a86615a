import { Redirect, useParams } from 'wouter'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState, NotFoundState } from '../../ui/states'
import { RecordBehindDocument } from './search.graphql'
import { useLineOf } from './use-line-of'
import { paletteWords } from './words'

/** A permanent short address (`/go/A60`): leads to the page where the record stands today. */
export function GoPage() {
  const { reference } = useParams<{ reference: string }>()
  const words = useWords(paletteWords)
  const lineOf = useLineOf()
  const { data, trouble, retry } = useRecords(RecordBehindDocument, { reference })
  const href = data?.record && lineOf(data.record).href
  if (href) return <Redirect to={href} replace />
  return (
    <Page title={words.search}>
      <div className="pad">
        {trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : data ? <NotFoundState /> : <Skeleton rows={4} />}
      </div>
    </Page>
  )
}
