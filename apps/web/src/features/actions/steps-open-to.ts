import {
  moveNeedsReason,
  type RefusalCode,
  type Viewer,
  whyNotAnswer,
  whyNotAssign,
  whyNotClose,
  whyNotComplete,
  whyNotDrop,
  whyNotReopen,
  whyNotReport,
  whyNotSetDueDate,
  whyNotWriteAction,
} from '@camau/domain'
import type { LogRow } from './action-status'
import { heldAction } from './held-action'

/** What somebody can do with an action, in the order of its life. */
export const steps = [
  'accept',
  'decline',
  'report',
  'complete',
  'set-due',
  'assign',
  'close',
  'reopen',
  'drop',
  'write',
] as const
export type Step = (typeof steps)[number]

type Rule = (viewer: Viewer, held: ReturnType<typeof heldAction>) => RefusalCode | null

const rules: Record<Step, Rule> = {
  accept: whyNotAnswer,
  decline: whyNotAnswer,
  report: whyNotReport,
  complete: whyNotComplete,
  'set-due': whyNotSetDueDate,
  assign: whyNotAssign,
  close: whyNotClose,
  reopen: whyNotReopen,
  drop: whyNotDrop,
  write: whyNotWriteAction,
}

/** Only what the server would let this person do: a button that is refused should not have been drawn. */
export function stepsOpenTo(viewer: Viewer | null, row: LogRow): readonly Step[] {
  if (!viewer) return []
  const held = heldAction(row)
  return steps.filter((step) => rules[step](viewer, held) === null)
}

/** From the second move of a date on, its setter says why. */
export function needsReasonToMove(row: LogRow): boolean {
  return moveNeedsReason(heldAction(row).record)
}
