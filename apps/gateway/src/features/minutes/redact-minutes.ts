import { minutesJson } from '@camau/collab'
import type * as Y from 'yjs'
import { canonicalJson } from '../../platform/canonical-json.js'
import type { Transaction } from '../../platform/command.js'
import type { AgreedMinutesRecord, MinutedActionRecord } from './agreed-minutes.model.js'
import type { AgreedMinutesStore } from './agreed-minutes.store.js'
import { minutesHash } from './minutes-hash.js'
import { isIntact } from './verify-minutes.js'

/** The record out of whose text words are taken. */
export interface Redacting {
  type: string
  id: string
  /** How it is done to any words. */
  words: (text: string) => string
}

/** What is left of its text. */
export interface LeftOfText {
  doc: Y.Doc
  epoch: number
  seq: number
}

/** Agreed minutes, and what they amount to since words were taken out of them. */
export interface LeftOfMinutes {
  meetingId: string
  sha256: string
}

interface Needs {
  minutes: AgreedMinutesStore
}

/**
 * Takes words out of minutes that were agreed: of a meeting's own, also where actions, decisions and interests are told as minuted, and of
 * all that tell of an action. The chain keeps what was agreed then, by its hash alone; gives those that changed.
 */
export async function redactMinutes(
  needs: Needs,
  tx: Transaction,
  redacting: Redacting,
  { doc, epoch, seq }: LeftOfText,
): Promise<LeftOfMinutes[]> {
  const changed: LeftOfMinutes[] = []
  for (const { before, told } of await toldWithout(needs, redacting, tx)) {
    const isTheirText = redacting.type === 'Meeting'
    const left = isTheirText ? { ...told, epoch, seq, content: canonicalJson(minutesJson(doc)) } : told
    // What was not as it was agreed does not become so by this.
    const sha256 = isIntact(before) ? minutesHash(left) : null
    if (sha256 === null || sha256 === minutesHash(before)) {
      await needs.minutes.replace(tx, left)
      continue
    }
    await needs.minutes.replace(tx, { ...left, redacted: { at: tx.at, personId: tx.by.personId, sha256 } })
    changed.push({ meetingId: before._id, sha256 })
  }
  return changed
}

/** Agreed minutes, and with the words taken out of what they tell beside their text. Nothing is kept of it. */
export async function toldWithout(
  { minutes }: Needs,
  { type, id, words }: Redacting,
  tx?: Transaction,
): Promise<{ before: AgreedMinutesRecord; told: AgreedMinutesRecord }[]> {
  if (type === 'Action') {
    const inActions = (all: readonly MinutedActionRecord[]) =>
      all.map((one) => (one.id === id ? inAction(one, words) : one))
    const telling = await minutes.ofAction(id, tx)
    return telling.map((before) => ({ before, told: { ...before, actions: inActions(before.actions) } }))
  }
  const before = type === 'Meeting' ? await minutes.find(id, tx) : null
  return before ? [{ before, told: inAll(before, words) }] : []
}

function inAll(agreed: AgreedMinutesRecord, words: Redacting['words']): AgreedMinutesRecord {
  return {
    ...agreed,
    actions: agreed.actions.map((one) => inAction(one, words)),
    decisions: agreed.decisions.map((one) => ({
      ...one,
      text: words(one.text),
      ...(one.dissent && { dissent: one.dissent.map((each) => ({ ...each, text: words(each.text) })) }),
    })),
    ...(agreed.declarations && {
      declarations: agreed.declarations.map((one) => ({ ...one, nature: one.nature && words(one.nature) })),
    }),
  }
}

function inAction(action: MinutedActionRecord, words: Redacting['words']): MinutedActionRecord {
  return { ...action, title: words(action.title), owner: action.owner && words(action.owner) }
}
