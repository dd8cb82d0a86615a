import { describe, expect, it } from 'vitest'
import type { Comment } from './comment.js'
import { anAction, aPerson, noon } from './scene.fixture.js'
import { whyNotUndo, whyNotUndoOnAction, whyNotUndoOnComment } from './undo.js'
import { isUndoable, undoableActs } from './undoable-acts.js'

const chair = aPerson('chair ws-1')
const vice = aPerson('vice-chair ws-1')
const owner = aPerson('member ws-2')
const anAct = { personId: chair.personId, command: 'closeAction', at: noon, undone: false }
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000)

describe('taking back one’s own act', () => {
  it('is for whoever did it, once, until the day in London is over', () => {
    expect(whyNotUndo(chair, anAct, hours(1))).toBeNull()
    expect(whyNotUndo(vice, anAct, hours(1))).toBe('not-found')
    expect(whyNotUndo(chair, { ...anAct, undone: true }, hours(1))).toBe('already-undone')
    expect(whyNotUndo(chair, anAct, hours(24))).toBe('undo-over')
    const lateInJuly = new Date('2026-07-01T22:59:00Z')
    expect(whyNotUndo(chair, { ...anAct, at: lateInJuly }, new Date('2026-07-01T22:59:59Z'))).toBeNull()
    expect(whyNotUndo(chair, { ...anAct, at: lateInJuly }, new Date('2026-07-01T23:00:00Z'))).toBe('undo-over')
  })

  it.each(['circulateMinutes', 'agreeMinutes', 'castVote', 'publishMinutes', 'acceptActionTransfer', 'undoAct'])(
    'is not for %s: others rely on it',
    (command) => {
      expect(isUndoable(command)).toBe(false)
      expect(whyNotUndo(chair, { ...anAct, command }, noon)).toBe('stays-done')
    },
  )
})

describe('the rule of the act, asked again of the record as it was', () => {
  const them = { kind: 'person', personId: owner.personId } as const
  const asked = { state: 'waiting', at: noon, personId: chair.personId } as const
  const accepted = { ...asked, state: 'accepted' } as const

  it.each([
    ['assignAction', { status: 'proposed' }, chair],
    ['setActionDueDate', { status: 'open' }, chair],
    ['acceptAction', { status: 'open', owner: them, acceptance: asked }, owner],
    ['declineAction', { status: 'open', owner: them, acceptance: asked }, owner],
    ['reportActionProgress', { status: 'open', owner: them, acceptance: accepted }, owner],
    ['completeAction', { status: 'in-progress', owner: them, acceptance: accepted }, owner],
    ['closeAction', { status: 'done' }, chair],
    ['reopenAction', { status: 'closed' }, chair],
    ['dropAction', { status: 'open' }, chair],
    ['supersedeAction', { status: 'open' }, chair],
    ['proposeActionTransfer', { status: 'open' }, chair],
    ['addActionSupporter', { status: 'open' }, chair],
    ['removeActionSupporter', { status: 'open' }, chair],
    ['restrictAction', { status: 'open' }, chair],
    ['changeActions', { status: 'open' }, chair],
  ] as const)('%s: whoever may do it may take it back, and nobody else', (command, before, who) => {
    const held = anAction(before)
    expect(whyNotUndoOnAction(who, command, held)).toBeNull()
    expect(whyNotUndoOnAction(aPerson('member ws-1'), command, held)).toBe('not-permitted')
    expect(whyNotUndoOnAction(aPerson('chair ws-2'), command, held)).toBe('not-permitted')
  })

  it('knows every act on an action or a comment that the list names', () => {
    const comment: Comment = {
      ...{ id: 'c', about: { type: 'Action', id: 'a' }, text: 'So', authorId: chair.personId, at: noon },
      ...{ earlier: [], withdrawn: null, resolved: null },
    }
    const held = { record: comment, place: { space: 'body', body: anAction().body }, owner: null } as const
    const known = (command: string) =>
      whyNotUndoOnAction(chair, command, anAction()) !== 'stays-done' ||
      whyNotUndoOnComment(chair, command, held) !== 'stays-done'
    expect(undoableActs.filter((command) => !known(command))).toEqual([
      'addDependency',
      'removeDependency',
      'proposeLegacyOwner',
    ])
    expect(whyNotUndoOnComment(chair, 'editComment', held)).toBeNull()
    expect(whyNotUndoOnComment(vice, 'editComment', held)).toBe('not-yours')
  })
})
