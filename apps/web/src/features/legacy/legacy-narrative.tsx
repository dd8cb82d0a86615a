import { useEffect } from 'react'
import { EnglishContent } from '../../platform/content'
import { useLater } from '../../platform/use-later'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { uiWords } from '../../ui/words'
import type { LegacyItem } from './legacy-item'
import { legacyWords } from './words'

// The document engine comes with the text, after the page; the editor only when somebody writes.
const loadLive = () => import('./live-narrative')

/** The text of an item that everybody reads as it is written; it begins with what the report says. */
export function LegacyNarrative({ item }: { item: LegacyItem }) {
  const words = useWords(legacyWords)
  const [live, ask] = useLater(loadLive)
  useEffect(ask, [ask])
  return (
    <section className="narrative live-text">
      <h2>{words.narrative.title}</h2>
      {live.state === 'here' ? (
        <live.part.LiveNarrative item={item} />
      ) : live.state === 'failed' ? (
        <NotHere problem={item.problem} onRetry={ask} />
      ) : (
        <Skeleton rows={3} what={words.narrative.loading} />
      )}
    </section>
  )
}

function NotHere({ problem, onRetry }: { problem: string; onRetry: () => void }) {
  const words = useWords(legacyWords)
  const common = useWords(uiWords)
  return (
    <>
      <div className="row" role="alert">
        <p>{words.narrative.failed}</p>
        <Button small onClick={onRetry}>
          {common.tryAgain}
        </Button>
      </div>
      <h3>{words.narrative.report}</h3>
      <p className="read">
        <EnglishContent text={problem} />
      </p>
    </>
  )
}
