import { useWords } from '../platform/words'
import { uiWords } from './words'

const widths = ['92%', '70%', '84%', '48%', '88%', '76%', '60%', '90%']

interface SkeletonProps {
  rows?: number
  /** A title is on its way too. */
  titled?: boolean
  /** Said to people who listen. */
  what?: string
}

/** The shape of what is coming, after 200 ms; nothing moves when it arrives. */
export function Skeleton({ rows = 6, titled = false, what }: SkeletonProps) {
  const words = useWords(uiWords)
  return (
    <div className="after-a-moment" aria-busy="true">
      <p className="hidden" role="status">
        {what ?? words.opening}
      </p>
      <div aria-hidden="true">
        {titled && <i className="sk sk-title" />}
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no other name.
          <div className="sk-row" key={row}>
            <i className="sk" style={{ width: '1.6rem' }} />
            <i className="sk" style={{ width: widths[row % widths.length] }} />
            <i className="sk" style={{ width: '80%' }} />
            <i className="sk" style={{ width: '60%' }} />
          </div>
        ))}
      </div>
    </div>
  )
}
