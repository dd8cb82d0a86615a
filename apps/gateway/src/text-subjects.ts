import { Refusal, type Viewer } from '@camau/domain'
import type { DocumentId } from '@camau/protocol'
import type { RestrictedItems } from './features/restricted-items/restricted-item.store.js'
import type { TextSubject } from './features/versions/version-needs.js'
import { recordOf } from './live/live-documents.js'
import { placeOfBody } from './platform/body-place.js'
import type { Transaction } from './platform/command.js'
import type { Directory } from './platform/directory.js'
import type { FindSubject } from './platform/subject.js'

export interface TextSubjectNeeds {
  subjectOf: FindSubject
  items: Pick<RestrictedItems['items'], 'get'>
  directory: Directory
}

type Find = (viewer: Viewer, id: DocumentId, tx?: Transaction) => Promise<TextSubject>

/** The records behind live texts, whichever feature holds them. */
export function textSubjects({ subjectOf, items, directory }: TextSubjectNeeds): Find {
  const known = (type: 'Meeting' | 'Action' | 'LegacyItem'): Find => {
    return async (viewer, id, tx) => ({ ...(await subjectOf(viewer, { type, id: recordOf(id) }, tx)), type })
  }
  const notes: Find = async (viewer, id, tx) => {
    const item = await items.get(viewer, recordOf(id), tx)
    const { bodyId, restrictedTo } = item
    const place = placeOfBody(bodyId, await directory.now())
    if (!place) throw new Refusal('not-found')
    return { type: 'RestrictedItem', id: item.id, bodyId, place, owner: null, restrictedTo }
  }
  const find: Record<string, Find> = {
    minutes: known('Meeting'),
    action: known('Action'),
    legacy: known('LegacyItem'),
    item: notes,
  }
  return async (viewer, id, tx) => {
    const of = find[id.slice(0, id.indexOf(':'))]
    if (!of) throw new Refusal('not-found')
    return of(viewer, id, tx)
  }
}
