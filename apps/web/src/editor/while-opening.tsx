import { useOffline } from '../platform/use-offline'
import { useWords } from '../platform/words'
import { Button } from '../ui/button'
import { Skeleton } from '../ui/skeleton'
import { uiWords } from '../ui/words'
import type { LiveDocument } from './use-live-document'

interface WhileOpeningProps {
  live: Exclude<LiveDocument, { state: 'open' }>
  said: { loading: string; offline: string; failed: string }
  rows?: number
}

/** A live text that is not here yet: on its way, waiting for the line, or refused with a way to ask again. */
export function WhileOpening({ live, said, rows }: WhileOpeningProps) {
  const words = useWords(uiWords)
  const offline = useOffline()
  if (live.state === 'failed') {
    return (
      <div className="centre" role="alert">
        <p>{said.failed}</p>
        <Button onClick={live.again}>{words.tryAgain}</Button>
      </div>
    )
  }
  if (offline) return <p className="note t-attention">{said.offline}</p>
  return <Skeleton what={said.loading} {...(rows !== undefined && { rows })} />
}
