import type { DocumentId } from '@camau/protocol'
import * as Y from 'yjs'
import type { RowPart, UpdateRecord } from './document.model.js'
import { newRow } from './document-log.js'
import type { Waiting } from './waiting-edits.js'

/** One row for all edits of a group; null when there is nothing new in any of them. Who took part stands in it. */
export function groupRow(id: DocumentId, epoch: number, group: readonly Waiting[], at: Date): UpdateRecord | null {
  const [one] = group
  if (one?.update && group.length === 1) return newRow(id, epoch, one.update, one.member.caller.personId, at)
  const updates = group.flatMap(({ update }) => update ?? [])
  if (updates.length === 0) return null
  const people = new Map<string, Uint8Array[]>()
  for (const { update, member } of group) {
    if (!update) continue
    const theirs = people.get(member.caller.personId) ?? []
    theirs.push(update)
    people.set(member.caller.personId, theirs)
  }
  const [alone] = people.size === 1 ? people.keys() : []
  const row = newRow(id, epoch, merged(updates), alone ?? null, at)
  return alone === undefined ? { ...row, parts: [...people].map(partOf) } : row
}

/** What was typed says whose it is by its client id; what was deleted does not. */
function partOf([personId, updates]: [string, Uint8Array[]]): RowPart {
  const deleting = updates.filter((update) => update.at(-1) !== 0) // an update that deletes nothing ends with a zero
  return deleting.length === 0 ? { personId } : { personId, deleted: deletionsOf(merged(deleting)) }
}

function deletionsOf(update: Uint8Array): Uint8Array {
  return Y.diffUpdate(update, Y.encodeStateVector(Y.parseUpdateMeta(update).to))
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  return updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates([...updates])
}
