import { isSafeHref } from '@camau/collab'
import type { AuthoredRun } from '@camau/collab/authored-blocks'
import type { VersionRecord } from '../../live/document.model.js'
import type { Authors } from '../../live/history/authors.js'
import type { ComparedBlock, ComparedRun } from '../../live/history/compare-texts.js'
import type { RecordChange, Transaction } from '../../platform/command.js'
import type { Names } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchPerson } from '../../platform/graphql/owner.js'
import type { StoredRedaction } from './redaction.kind.js'
import {
  DocumentRedactionType,
  DocumentVersionType,
  TextAuthorType,
  TextBlockType,
  TextRunType,
  type VersionTextType,
} from './version.type.js'
import type { TextSubject } from './version-needs.js'

const aboutOf = ({ type, id }: Pick<TextSubject, 'type' | 'id'>) => ({ aboutType: type, aboutId: id })

export function versionType(version: VersionRecord, subject: TextSubject): DocumentVersionType {
  const { _id: id, documentId, kind, label, at, words, inserted, deleted, redactedAt, personId } = version
  const shown = { id, documentId, kind, label, at, words, inserted, deleted, redactedAt, personId, version: 1 }
  return Object.assign(new DocumentVersionType(), shown, aboutOf(subject))
}

export const redactionType = (redaction: StoredRedaction): DocumentRedactionType =>
  Object.assign(new DocumentRedactionType(), redaction)

/** What a new version says to rooms and to the audit trail, which holds no word of it. */
export function versionChange(
  version: VersionRecord,
  subject: TextSubject,
  names: Names,
  { office = null, follows }: Pick<Partial<RecordChange>, 'office' | 'follows'>,
): Parameters<Transaction['changed']>[0] {
  const {
    _id: id,
    documentId,
    kind,
    label,
    at,
    words,
    inserted,
    deleted,
    redactedAt,
    personId,
    epoch,
    seq,
    sha256,
  } = version
  const { bodyId, place, owner, restrictedTo } = subject
  return {
    type: 'DocumentVersion',
    id,
    version: 1,
    rooms: bodyId ? ['programme', `body:${bodyId}`] : ['programme'],
    audience: 'member',
    place,
    owner,
    restrictedTo,
    fields: {
      __typename: 'DocumentVersion',
      id,
      version: 1,
      documentId,
      ...aboutOf(subject),
      kind: enumKey(kind),
      label,
      at: at.toISOString(),
      words,
      inserted,
      deleted,
      redactedAt,
      by: personId && patchPerson(personId, names),
    },
    before: null,
    after: { documentId, kind, epoch, seq, sha256 },
    office,
    ...(follows && { follows }),
  }
}

/** Blocks with the people who wrote them, each named once. */
export function textType<T extends VersionTextType>(
  made: T,
  blocks: readonly ComparedBlock[],
  authors: Authors,
  { people }: Pick<Names, 'people'>,
): T {
  const places = new Map<string | null, number>()
  const placeOf = (personId: string | null): number => {
    const known = places.get(personId) ?? places.size
    places.set(personId, known)
    return known
  }
  const shown = blocks.map(({ record, runs, ...block }) =>
    Object.assign(new TextBlockType(), block, {
      recordType: record?.node ?? null,
      recordId: record?.id ?? null,
      runs: joined(runs.map((run) => runType(run, authors, placeOf))),
    }),
  )
  return Object.assign(made, { blocks: shown, authors: [...places.keys()].map((id) => authorType(id, people)) })
}

export function authorType(personId: string | null, people: Names['people']): TextAuthorType {
  const kind = personId === null ? 'document' : people.has(personId) ? 'person' : 'former'
  return Object.assign(new TextAuthorType(), { kind, personId: kind === 'person' ? personId : null })
}

function runType(run: ComparedRun, authors: Authors, placeOf: (personId: string | null) => number): TextRunType {
  const { personId, at } = authors.of(run.client, run.clock)
  return Object.assign(new TextRunType(), {
    text: run.text,
    change: run.change,
    author: placeOf(personId),
    at,
    ...look(run),
  })
}

function look({ marks: { bold, italic, link } }: AuthoredRun) {
  const to: unknown = typeof link === 'object' && link !== null && 'href' in link ? link.href : null
  const href = typeof to === 'string' && isSafeHref(to) ? to : null
  return { bold: bold !== undefined, italic: italic !== undefined, href }
}

/** Somebody who typed from two windows is one author all the same. */
function joined(runs: readonly TextRunType[]): TextRunType[] {
  const all: TextRunType[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last && sameLook(last, run)) last.text += run.text
    else all.push(run)
  }
  return all
}

const minute = (at: Date | null) => at && Math.floor(at.getTime() / 60_000)
const sameLook = (a: TextRunType, b: TextRunType): boolean =>
  a.change === b.change &&
  a.author === b.author &&
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.href === b.href &&
  minute(a.at) === minute(b.at)
