import { fitting, officeFor, Refusal, type Viewer, whyNotDeclare } from '@camau/domain'
import { newRecordId } from '../../platform/record-id.js'
import type { MeetingNeeds } from './change-meeting.js'
import type { DeclarationStore } from './declaration.store.js'
import type { DeclarationInput, DeclareInterestInput, StoredDeclaration } from './declaration.type.js'

export interface DeclareInterestNeeds extends MeetingNeeds {
  declarations: DeclarationStore
}

/** Somebody has an interest in an item; it is kept against person, item and meeting. */
export function declareInterest(
  { declarations, meetings, command, directory }: DeclareInterestNeeds,
  viewer: Viewer,
  input: DeclareInterestInput,
): Promise<StoredDeclaration> {
  return command(
    { command: 'declareInterest', viewer, input },
    async (tx) => {
      const held = await meetings.get(viewer, input.meetingId, tx)
      const personId = input.personId ?? viewer.personId
      const refusal = whyNotDeclare(viewer, held, personId)
      if (refusal) throw new Refusal(refusal)
      const known = held.record.agenda.some(({ id }) => id === input.itemId)
      if (!known || !(await directory.now()).people.has(personId)) throw new Refusal('not-found')
      const declared = { declaredBy: viewer.personId, declaredAt: tx.at, withdrawnAt: null }
      const about = { meetingId: held.record.id, itemId: input.itemId, bodyId: held.body.id, personId }
      const said = { nature: fitting('interest', input.nature) || null, leaves: input.leaves ?? false }
      const kept = { audience: 'member' as const, version: 1 }
      const office = officeFor(viewer, 'write', { space: 'body', body: held.body })
      return declarations.add(tx, { id: newRecordId(input.id), ...about, ...said, ...declared, ...kept }, office)
    },
    (id) => declarations.get(viewer, id),
  )
}

/** Declared by mistake, while the minutes are still open. */
export function withdrawDeclaration(
  { declarations, meetings, command }: DeclareInterestNeeds,
  viewer: Viewer,
  input: DeclarationInput,
): Promise<StoredDeclaration> {
  return command(
    { command: 'withdrawDeclaration', viewer, input },
    async (tx) => {
      const before = await declarations.get(viewer, input.id, tx)
      const held = await meetings.get(viewer, before.meetingId, tx)
      const refusal = whyNotDeclare(viewer, held, before.personId) ?? (before.withdrawnAt ? 'already-so' : null)
      if (refusal) throw new Refusal(refusal)
      const office = officeFor(viewer, 'write', { space: 'body', body: held.body })
      return declarations.save(tx, before, { ...before, withdrawnAt: tx.at }, office)
    },
    (id) => declarations.get(viewer, id),
  )
}
