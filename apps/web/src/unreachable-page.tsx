import { useState } from 'react'
import { useWords } from './platform/words'
import { ErrorState } from './ui/states'
import { uiWords } from './ui/words'

/** The very first question had no answer: nothing is known yet, not even who is here. */
export function UnreachablePage() {
  const words = useWords(uiWords)
  const [at] = useState(() => new Date())
  const kind = navigator.onLine ? 'unreachable' : 'offline'
  return (
    <main id="content" className="pad">
      <ErrorState title={words.errorTitle} trouble={{ kind, reference: null, at }} onRetry={() => location.reload()} />
    </main>
  )
}
