import { useWords } from '../../platform/words'
import { type CommitmentTone, commitmentTone } from './commitment-status'
import { legacyWords } from './words'

const order: readonly CommitmentTone[] = ['done', 'moving', 'open', 'proposed']

/** How far an item's commitments have come: a bar with a part for each status, and the same in words. */
export function CommitmentsBar({ commitments }: { commitments: readonly { status: string }[] }) {
  const words = useWords(legacyWords)
  const parts = order
    .map((tone) => ({ tone, count: commitments.filter(({ status }) => commitmentTone(status).tone === tone).length }))
    .filter(({ count }) => count > 0)
  const said = order.flatMap((tone) => counted(commitments, tone, words.status))
  return (
    <>
      <span className="commit-bar" aria-hidden="true">
        {parts.map(({ tone, count }) => (
          <i key={tone} className={`s-${tone}`} style={{ flexGrow: count }} />
        ))}
      </span>
      <p>{words.commitments(commitments.length)}</p>
      <p className="meta num">{said.join(' · ')}</p>
    </>
  )
}

export function statusWord(words: Record<string, string>, status: string): string {
  return words[status] ?? status
}

/** How many stand at each of the source's words that share a colour: in the order of the bar above. */
function counted(commitments: readonly { status: string }[], tone: CommitmentTone, words: Record<string, string>) {
  const found = new Map<string, number>()
  for (const { status } of commitments)
    if (commitmentTone(status).tone === tone) found.set(status, (found.get(status) ?? 0) + 1)
  return [...found].map(([status, count]) => `${count}\u00a0${statusWord(words, status).toLowerCase()}`)
}
