import type { LogRow } from './action-status'
import { CompleteActionDocument } from './actions.graphql.js'
import { versionOf } from './clashes'
import { withStatus } from './guesses'
import { typed } from './typed'
import { useStep } from './use-step'

/** The owner calls it done, and shows what shows it. */
export function useCompleteAction(row: LogRow) {
  const { run, busy } = useStep(CompleteActionDocument, {
    row,
    verb: 'complete',
    guess: (seen) => typed('Mutation', { completeAction: withStatus(seen, 'done') }),
  })
  return {
    run: (evidence: string, override: string | null) => run({ evidence, override, basedOn: versionOf(row, 'status') }),
    busy,
  }
}
