/**
 * Acts that whoever did them takes back with one key. Everything else stays done, and has a way of its own to be put right: what
 * was circulated, agreed, published or voted others rely on, and a body that accepted a transfer gives it back by another one.
 */
export const undoableActs = [
  'assignAction',
  'setActionDueDate',
  'acceptAction',
  'declineAction',
  'reportActionProgress',
  'completeAction',
  'closeAction',
  'reopenAction',
  'dropAction',
  'supersedeAction',
  'proposeActionTransfer',
  'withdrawActionTransfer',
  'addActionSupporter',
  'removeActionSupporter',
  'restrictAction',
  'changeActions',
  'addComment',
  'editComment',
  'withdrawComment',
  'resolveComment',
  'addDependency',
  'removeDependency',
  'proposeLegacyOwner',
] as const
export type UndoableAct = (typeof undoableActs)[number]

export const isUndoable = (command: string): command is UndoableAct => undoableActs.some((one) => one === command)
