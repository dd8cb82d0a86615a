import { authoredBlocks } from '@camau/collab/authored-blocks'
import { Refusal, type Viewer } from '@camau/domain'
import type { VersionRecord } from '../../live/document.model.js'
import type { Authors } from '../../live/history/authors.js'
import { asKept, type Compared, compareTexts } from '../../live/history/compare-texts.js'
import { getVersion, type TextAtHand, type VersionNeeds } from './version-needs.js'
import { textOfVersion } from './version-text.js'

type Needs = Pick<VersionNeeds, 'history' | 'documents' | 'subjectOf' | 'restrictedItems'>

export interface ReadVersion {
  text: TextAtHand
  version: VersionRecord
  blocks: Compared['blocks']
  authors: Authors
}

/** What a version says, and who wrote it. */
export async function readVersion(needs: Needs, viewer: Viewer, id: string): Promise<ReadVersion> {
  const { version, text } = await getVersion(needs, viewer, id)
  const doc = await textOfVersion(needs, version, text)
  return {
    version,
    text,
    blocks: asKept(authoredBlocks(doc, text.schema)),
    authors: await needs.history.authors(text.id),
  }
}

export interface ComparedVersions extends Compared {
  text: TextAtHand
  from: VersionRecord
  /** null: the text as it is now. */
  to: VersionRecord | null
  authors: Authors
}

/** What became of a text from one version to another, or to now. Throws Refusal('malformed') for versions of two texts. */
export async function compareVersions(
  needs: Needs,
  viewer: Viewer,
  fromId: string,
  toId: string | null,
): Promise<ComparedVersions> {
  const { version: from, text } = await getVersion(needs, viewer, fromId)
  const to = toId ? (await getVersion(needs, viewer, toId)).version : null
  if (to && to.documentId !== from.documentId) throw new Refusal('malformed', { field: 'to' })
  const { history } = needs
  const before = await textOfVersion(needs, from, text)
  const after = to ? await textOfVersion(needs, to, text) : await now()
  const compared = compareTexts(authoredBlocks(before, text.schema), authoredBlocks(after, text.schema))
  return { ...compared, text, from, to, authors: await history.authors(text.id) }

  async function now() {
    const loaded = await history.textOf(text.id)
    if (!loaded) throw new Refusal('not-found')
    return loaded.doc
  }
}
