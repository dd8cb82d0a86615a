import type { ActionRowFragment } from './actions.graphql.js'

/** One action as the log knows it. */
export type LogRow = ActionRowFragment
