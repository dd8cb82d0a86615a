import type { LogRow } from './action-status'
import { ReopenActionDocument } from './actions.graphql.js'
import { useStep } from './use-step'

/** Those who rule on it take it up again, and say why. */
export function useReopenAction(row: LogRow) {
  const { run, busy } = useStep(ReopenActionDocument, {
    row,
    verb: 'reopen',
  })
  return { run: (reason: string) => run({ reason }), busy }
}
