import type { LogRow } from './action-status'
import { CloseActionDocument } from './actions.graphql.js'
import { versionOf } from './clashes'
import { withStatus } from './guesses'
import { typed } from './typed'
import { useStep } from './use-step'

/** Those who rule on it declare it closed; empty words mean no evidence of their own. */
export function useCloseAction(row: LogRow) {
  const { run, busy } = useStep(CloseActionDocument, {
    row,
    verb: 'close',
    guess: (seen) => typed('Mutation', { closeAction: withStatus(seen, 'closed') }),
  })
  return {
    run: (evidence: string, override: string | null) =>
      run({ evidence: evidence || null, override, basedOn: versionOf(row, 'status') }),
    busy,
  }
}
