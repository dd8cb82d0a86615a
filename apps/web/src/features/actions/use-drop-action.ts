import type { LogRow } from './action-status'
import { DropActionDocument } from './actions.graphql.js'
import { withStatus } from './guesses'
import { typed } from './typed'
import { useStep } from './use-step'

/** Those who rule on it let it go, and say why. */
export function useDropAction(row: LogRow) {
  const { run, busy } = useStep(DropActionDocument, {
    row,
    verb: 'drop',
    guess: (seen) => typed('Mutation', { dropAction: withStatus(seen, 'dropped') }),
  })
  return { run: (reason: string) => run({ reason }), busy }
}
