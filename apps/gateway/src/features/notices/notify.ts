import { foldsWhileUnread, type Owner, type Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { GivenNotice, Notify } from '../../platform/notify.js'
import { folded } from './folded-notice.js'
import type { NoticeRecord } from './notice.model.js'
import { beginning } from './notice.shape.js'
import type { NoticeStore } from './notice.store.js'

export interface NotifyNeeds {
  notices: NoticeStore
  /** Everybody who answers for the owner now. */
  answering: (owner: Owner) => Promise<readonly string[]>
  viewerOf: (personId: string) => Promise<Viewer>
  /** Whether the viewer may see the record, as the transaction leaves it. */
  sees: (tx: Transaction, viewer: Viewer, about: GivenNotice['about']) => Promise<boolean>
}

/** The lines of one command, with those from before that it may add to. */
interface Told {
  lines: NoticeRecord[]
  asked: Set<string>
}

export function createNotify({ notices, answering, viewerOf, sees }: NotifyNeeds): Notify {
  // A command may tell of several steps; each transaction (each try of it, too) starts afresh.
  const told = new WeakMap<Transaction, Told>()

  async function recipients(tx: Transaction, { to, about }: GivenNotice): Promise<string[]> {
    const people = await Promise.all(to.map((owner) => (owner ? answering(owner) : [])))
    const others = [...new Set(people.flat())].filter((id) => id !== tx.by.personId)
    const seen = await Promise.all(others.map(async (id) => sees(tx, await viewerOf(id), about)))
    return others.filter((_, i) => seen[i])
  }

  /** What somebody has not read yet of moved dates: further news join it. */
  async function withUnread(tx: Transaction, { lines, asked }: Told, { personId, kind }: NoticeRecord): Promise<void> {
    if (!foldsWhileUnread(kind) || asked.has(personId)) return
    asked.add(personId)
    const unread = (await notices.unread(tx, personId)).filter((line) => foldsWhileUnread(line.kind))
    // A reason given for an earlier move is not the reason of this one.
    lines.push(...unread.map((line) => ({ ...line, text: null })))
  }

  async function put(tx: Transaction, told: Told, news: NoticeRecord): Promise<void> {
    await withUnread(tx, told, news)
    const { lines } = told
    const at = lines.findIndex((line) => folded(line, news) !== null)
    const before = lines[at]
    const joined = before && folded(before, news)
    if (joined) lines[at] = await notices.fold(tx, before, joined)
    else lines.push(await notices.add(tx, news))
  }

  return async (tx, given) => {
    const already = told.get(tx) ?? { lines: [], asked: new Set() }
    told.set(tx, already)
    for (const notice of given) {
      for (const personId of await recipients(tx, notice)) await put(tx, already, lineOf(tx, personId, notice))
    }
  }
}

function lineOf(
  tx: Transaction,
  personId: string,
  { kind, about: { type, id }, because, commentId = null, text = null }: GivenNotice,
): NoticeRecord {
  const about = { type, id }
  return {
    _id: tx.newId(),
    personId,
    kind,
    about,
    because: because ? { type: because.type, id: because.id } : null,
    touches: because ? [about] : [],
    commentId,
    byId: tx.by.personId,
    text: text && beginning(text),
    at: tx.at,
    read: false,
    version: 1,
  }
}
