import type { ActionStatus } from '@camau/domain'
import type { ActionRowFragment } from './actions.graphql.js'

/** One action as the log knows it. */
export type LogRow = ActionRowFragment

/** Groups of the log, in the order in which a meeting asks about them. */
export const statusOrder: readonly ActionStatus[] = [
  'in-progress',
  'open',
  'proposed',
  'done',
  'closed',
  'dropped',
  'superseded',
  'transferred',
]
