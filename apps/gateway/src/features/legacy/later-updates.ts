import { type StatusNote, termOf } from '@camau/domain'
import { sourceDocuments } from '../../platform/source-documents.js'
import { LegacyUpdateType } from './legacy.type.js'
import type { StoredHanded } from './stored-legacy.js'

/** What later documents of the programme print, then what was added here, by day. */
export function allUpdates(record: StoredHanded): LegacyUpdateType[] {
  const printed =
    record.kind === 'commitment' ? record.updates.map((note, n) => printedUpdate(note, `${record.id}-${n}`)) : []
  const added = record.laterUpdates.map(({ at: _, ...update }) => shown(update))
  return [...printed, ...added].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function printedUpdate({ asOf, status, note, source: { file, locator } }: StatusNote, id: string): LegacyUpdateType {
  const document = sourceDocuments[file]?.title?.en ?? file
  return shown({ id, day: asOf, status, text: note, waitsOn: null, document, place: locator, personId: null })
}

const shown = (update: Omit<LegacyUpdateType, 'term'>): LegacyUpdateType =>
  Object.assign(new LegacyUpdateType(), update, { term: termOf(update.day) })
