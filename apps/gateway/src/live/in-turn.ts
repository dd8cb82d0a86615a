import type { Member } from './caller.js'

/** One after the other, in the order in which they came, and at once where nothing is under way. `work` neither throws nor rejects. */
export function inTurn(member: Pick<Member, 'turn'>, work: () => Promise<void> | undefined): void {
  const begun = member.turn ? member.turn.then(work) : work()
  if (!begun) return
  const turn = begun.then(() => {
    if (member.turn === turn) member.turn = null
  })
  member.turn = turn
}
