import type { LogRow } from './action-status'
import { DeclineActionDocument } from './actions.graphql.js'
import { useStep } from './use-step'

/** The owner gives it back, and says why. */
export function useDeclineAction(row: LogRow) {
  const { run, busy } = useStep(DeclineActionDocument, {
    row,
    verb: 'decline',
  })
  return { run: (reason: string) => run({ reason }), busy }
}
