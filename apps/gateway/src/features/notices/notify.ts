import type { Owner, Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { GivenNotice, Notify } from '../../platform/notify.js'
import type { NoticeRecord } from './notice.model.js'
import type { NoticeStore } from './notice.store.js'

export interface NotifyNeeds {
  notices: NoticeStore
  /** Everybody who answers for the owner now. */
  answering: (owner: Owner) => Promise<readonly string[]>
  viewerOf: (personId: string) => Promise<Viewer>
  /** Whether the viewer may see the record, as the transaction leaves it. */
  sees: (tx: Transaction, viewer: Viewer, about: GivenNotice['about']) => Promise<boolean>
}

export function createNotify({ notices, answering, viewerOf, sees }: NotifyNeeds): Notify {
  // A command may tell of several steps; each transaction (each try of it, too) starts afresh.
  const told = new WeakMap<Transaction, Set<string>>()

  async function recipients(tx: Transaction, { to, about }: GivenNotice): Promise<string[]> {
    const people = await Promise.all(to.map((owner) => (owner ? answering(owner) : [])))
    const others = [...new Set(people.flat())].filter((id) => id !== tx.by.personId)
    const seen = await Promise.all(others.map(async (id) => sees(tx, await viewerOf(id), about)))
    return others.filter((_, i) => seen[i])
  }

  return async (tx, given) => {
    const known = told.get(tx) ?? new Set<string>()
    told.set(tx, known)
    const rows: NoticeRecord[] = []
    for (const notice of given) {
      for (const personId of await recipients(tx, notice)) {
        const { kind, about } = notice
        const key = `${personId} ${kind} ${about.type} ${about.id}`
        if (known.has(key)) continue
        known.add(key)
        rows.push(lineOf(tx, personId, notice))
      }
    }
    await notices.add(tx, rows)
  }
}

const longestText = 200

function lineOf(tx: Transaction, personId: string, { kind, about, text = null }: GivenNotice): NoticeRecord {
  const start = text && text.length > longestText ? `${text.slice(0, longestText - 1).trimEnd()}…` : text
  return {
    _id: tx.newId(),
    personId,
    kind,
    about: { type: about.type, id: about.id },
    byId: tx.by.personId,
    text: start,
    at: tx.at,
    read: false,
    version: 1,
  }
}
