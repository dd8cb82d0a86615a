import type { LogRow } from './action-status'
import { AcceptActionDocument } from './actions.graphql.js'
import { withAnswer } from './guesses'
import { typed } from './typed'
import { useStep } from './use-step'

/** The owner says yes. */
export function useAcceptAction(row: LogRow) {
  return useStep(AcceptActionDocument, {
    row,
    verb: 'accept',
    guess: (seen) => typed('Mutation', { acceptAction: withAnswer(seen) }),
  })
}
