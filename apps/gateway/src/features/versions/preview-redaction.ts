import { aReplica } from '@camau/collab'
import { givenPassages, Refusal, type Viewer, whyNotRedact } from '@camau/domain'
import * as Y from 'yjs'
import { passageFinder, redactText } from '../../live/history/redact-text.js'
import { RedactionPreviewType } from './version.type.js'
import { textAtHand, type VersionNeeds } from './version-needs.js'

/** Where passages stand: nothing is changed, and nothing is kept of what was asked. */
export async function previewRedaction(
  needs: Pick<VersionNeeds, 'history' | 'documents' | 'subjectOf' | 'readAgreed'>,
  viewer: Viewer,
  documentId: string,
  passages: readonly string[],
): Promise<RedactionPreviewType> {
  const { id, schema, subject } = await textAtHand(needs, viewer, documentId)
  const refusal = whyNotRedact(viewer)
  if (refusal) throw new Refusal(refusal)
  const find = passageFinder(givenPassages(passages))
  const { history } = needs
  const placesIn = (doc: Y.Doc): number => {
    const copy = aReplica()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    return redactText(copy, schema, find, '').places
  }
  const now = await history.textOf(id)
  let versions = 0
  for (const version of await history.versions.all(id)) {
    const text = await history.versions.readable(version)
    if (text && placesIn(text) > 0) versions++
  }
  let inText = now ? placesIn(now.doc) : 0
  const words = (said: string): string => {
    inText += find(said).length
    return said
  }
  await needs.readAgreed({ ...subject, words })
  return Object.assign(new RedactionPreviewType(), { inText, versions })
}
