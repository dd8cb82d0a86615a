import type { DocumentId } from '@camau/protocol'
import * as decoding from 'lib0/decoding'
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
  const deleting = updates.filter((update) => !deletesNothing(update))
  return deleting.length === 0 ? { personId } : { personId, deleted: deletionsOf(merged(deleting)) }
}

function deletionsOf(update: Uint8Array): Uint8Array {
  return Y.diffUpdate(update, Y.encodeStateVector(Y.parseUpdateMeta(update).to))
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length === 1 && updates[0]) return updates[0]
  return sideBySide(updates) ?? Y.mergeUpdates([...updates])
}

/** Admitted updates are in their one spelling: then such a one ends with a zero, and no other does. */
const deletesNothing = (update: Uint8Array): boolean => update.at(-1) === 0
/** Beyond this a number takes more than a byte. */
const mostInAByte = 127

/**
 * What Yjs would make of updates that each bring something of another client and delete nothing: one behind the other, the highest client
 * first. Yjs takes every struct apart for that and puts it together again. null for any others.
 */
export function sideBySide(updates: readonly Uint8Array[]): Uint8Array | null {
  if (updates.length > mostInAByte) return null
  const blocks: { client: number; structs: Uint8Array }[] = []
  let bytes = 2
  for (const update of updates) {
    if (update[0] !== 1 || !deletesNothing(update)) return null
    const structs = update.subarray(1, -1)
    blocks.push({ client: clientOf(structs), structs })
    bytes += structs.length
  }
  blocks.sort((a, b) => b.client - a.client)
  const all = new Uint8Array(bytes)
  all[0] = updates.length
  let at = 1
  for (const [i, { client, structs }] of blocks.entries()) {
    if (client === blocks[i - 1]?.client) return null
    all.set(structs, at)
    at += structs.length
  }
  return all
}

/** The structs of a client begin with how many they are, and whose. */
function clientOf(structs: Uint8Array): number {
  const from = decoding.createDecoder(structs)
  decoding.readVarUint(from)
  return decoding.readVarUint(from)
}
