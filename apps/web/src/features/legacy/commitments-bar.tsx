import { useWords } from '../../platform/words'
import { type CommitmentTone, commitmentTone } from './commitment-status'
import { legacyWords } from './words'

const order: readonly CommitmentTone[] = ['done', 'moving', 'open', 'proposed']

/** How far an item's commitments have come: a bar with a part for each status, and the same in words. */
export function CommitmentsBar({ commitments }: { commitments: readonly { status: string }[] }) {
  const words = useWords(legacyWords)
  const byStatus = grouped(commitments)
  const parts = order
    .map((tone) => ({ tone, count: commitments.filter(({ status }) => commitmentTone(status).tone === tone).length }))
    .filter(({ count }) => count > 0)
  const said = [...byStatus].map(
    ([status, { length }]) => `${length} ${statusWord(words.status, status).toLowerCase()}`,
  )
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

function grouped(commitments: readonly { status: string }[]) {
  const groups = new Map<string, { status: string }[]>()
  for (const commitment of commitments)
    groups.set(commitment.status, [...(groups.get(commitment.status) ?? []), commitment])
  return groups
}
