import { minutesJson } from '@camau/collab'
import type * as Y from 'yjs'
import { canonicalJson } from '../../platform/canonical-json.js'
import type { Transaction } from '../../platform/command.js'
import type { AgreedMinutesStore } from './agreed-minutes.store.js'
import { minutesHash } from './minutes-hash.js'

/** What is left of a live text after words were taken out of it, and how the same is done to any other words. */
export interface LeftOfMinutes {
  doc: Y.Doc
  epoch: number
  seq: number
  words: (text: string) => string
}

/**
 * Takes words out of minutes that were agreed, also where actions, decisions and interests are told as minuted. The chain keeps
 * what was agreed then, by its hash alone; gives what they amount to now, or null where they are not agreed yet.
 */
export async function redactMinutes(
  { minutes }: { minutes: AgreedMinutesStore },
  tx: Transaction,
  meetingId: string,
  { doc, epoch, seq, words }: LeftOfMinutes,
): Promise<string | null> {
  const agreed = await minutes.find(meetingId, tx)
  if (!agreed) return null
  const maybe = <T extends string | null | undefined>(text: T) => (text ? words(text) : text)
  const left = {
    ...agreed,
    epoch,
    seq,
    content: canonicalJson(minutesJson(doc)),
    actions: agreed.actions.map((one) => ({ ...one, title: words(one.title), owner: maybe(one.owner) })),
    decisions: agreed.decisions.map((one) => ({
      ...one,
      text: words(one.text),
      ...(one.dissent && { dissent: one.dissent.map((each) => ({ ...each, text: words(each.text) })) }),
    })),
    ...(agreed.declarations && {
      declarations: agreed.declarations.map((one) => ({ ...one, nature: maybe(one.nature) })),
    }),
  }
  const sha256 = minutesHash(left)
  await minutes.replace(tx, { ...left, redacted: { at: tx.at, personId: tx.by.personId, sha256 } })
  return sha256
}
