import type { ReactNode } from 'react'
import { useDates } from '../platform/dates'
import type { Trouble } from '../platform/trouble'
import { useWords } from '../platform/words'
import { Button, LinkButton } from './button'
import { Flag } from './status'
import { uiWords } from './words'

/** Nothing yet: what will be here, and the one first act for those who may. */
export function EmptyState({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className="centre">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {act}
    </div>
  )
}

/** It went wrong: what happened, what was kept, what to do, and a reference to quote. */
export function ErrorState({ title, trouble, onRetry }: { title?: string; trouble: Trouble; onRetry?: () => void }) {
  const words = useWords(uiWords)
  const dates = useDates()
  if (trouble.kind === 'not-found') return <NotFoundState />
  const said = {
    offline: words.errorOffline,
    unreachable: words.errorUnreachable,
    timeout: words.errorTimeout,
    server: words.errorServer,
  }[trouble.kind]
  return (
    <div className="centre" role="alert">
      <h2>
        <Flag tone="late" icon="attention">
          {title ?? words.errorTitle}
        </Flag>
      </h2>
      <p>{said}</p>
      {onRetry && (
        <Button weight="go" onClick={onRetry}>
          {words.tryAgain}
        </Button>
      )}
      <p className="meta num">
        {trouble.reference === null
          ? dates.dateTime(trouble.at)
          : words.reference(trouble.reference, dates.dateTime(trouble.at))}
      </p>
    </div>
  )
}

/** Not found or not permitted: one answer for both, so that a restricted item leaks nothing. */
export function NotFoundState() {
  const words = useWords(uiWords)
  return (
    <div className="centre">
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFoundText}</p>
      <LinkButton href="/">{words.goHome}</LinkButton>
    </div>
  )
}
