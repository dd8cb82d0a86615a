import { elementsOf, minutesText, takeSection, type Y } from '@camau/collab'
import type { ClientSession } from 'mongoose'
import type { VersionRecord } from '../../live/document.model.js'
import type { TextAtHand, VersionNeeds } from './version-needs.js'

/**
 * What a version says to those who may see the text now. An item of the agenda that has been restricted since has left the minutes,
 * and earlier versions do not tell of it either, nor bring it back.
 */
export async function textOfVersion(
  { history, restrictedItems }: Pick<VersionNeeds, 'history' | 'restrictedItems'>,
  version: VersionRecord,
  { subject }: Pick<TextAtHand, 'subject'>,
  session?: ClientSession,
): Promise<Y.Doc> {
  const doc = await history.versions.textOf(version, session)
  if (subject.type !== 'Meeting') return doc
  const headed = elementsOf(minutesText(doc), 'heading').map((heading) => heading.getAttribute('itemId'))
  const items = headed.filter((id): id is string => typeof id === 'string')
  for (const id of await restrictedItems(subject.id, items)) takeSection(doc, id)
  return doc
}
