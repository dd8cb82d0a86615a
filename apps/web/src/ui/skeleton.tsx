import { useWords } from '../platform/words'
import { uiWords } from './words'

const widths = ['92%', '70%', '84%', '48%', '88%', '76%', '60%', '90%']

/** The shape of what is coming, after 200 ms; nothing moves when it arrives. `what` is said to people who listen. */
export function Skeleton({ rows = 6, what }: { rows?: number; what?: string }) {
  const words = useWords(uiWords)
  return (
    <div className="after-a-moment" aria-busy="true">
      <p className="hidden" role="status">
        {what ?? words.opening}
      </p>
      <div aria-hidden="true">
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
