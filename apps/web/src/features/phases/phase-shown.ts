import type { PhaseDetailQuery } from './phases.graphql'

/** A phase as its page shows it. */
export type PhaseShown = PhaseDetailQuery['phase']
