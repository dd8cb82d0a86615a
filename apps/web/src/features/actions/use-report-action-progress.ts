import type { LogRow } from './action-status'
import { ReportActionProgressDocument } from './actions.graphql.js'
import { withStatus } from './guesses'
import { typed } from './typed'
import { useStep } from './use-step'

/** The owner says how far it has come. */
export function useReportActionProgress(row: LogRow) {
  const { run, busy } = useStep(ReportActionProgressDocument, {
    row,
    verb: 'report',
    guess: (seen) => typed('Mutation', { reportActionProgress: withStatus(seen, 'in-progress') }),
  })
  return { run: (text: string) => run({ text }), busy }
}
