import { minutesPlainText, minutesSchema } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import { inTransaction } from '../../platform/transaction.js'
import { passageFinder, redactText } from '../history/redact-text.js'
import { restoreText } from '../history/restore-text.js'
import { createHistory, freshClient, newRowId } from '../history.js'
import { type Ledger, wordsOf } from './ledger.js'

/** Who keeps versions, brings them back and takes words out, in a node's own name. */
export interface Secretary {
  db: Connection
  ledger: Ledger
  publish: Bus['publish']
}

const secretary = 'secretary'
const historyOn = (db: Connection) => createHistory(db, () => minutesSchema)

export async function keepVersion({ db }: Secretary, id: DocumentId): Promise<void> {
  const version = { id: newRowId(), kind: 'kept', label: 'As it is', personId: secretary } as const
  await inTransaction(db, (session) => historyOn(db).keep({ session, at: new Date() }, id, version))
}

/** The oldest of the newest few comes back, as `restoreVersion` does it. */
export async function bringBack({ db, ledger, publish }: Secretary, id: DocumentId): Promise<void> {
  const history = historyOn(db)
  const version = (await history.versions.list(id, { first: 3, before: null })).at(-1)
  if (!version) return
  let again = false
  const edited = await inTransaction(db, async (session) => {
    const rowId = newRowId()
    const at = new Date()
    if (again) await history.pause(id, rowId)
    again = true
    const kept = await history.versions.find(version._id, session)
    if (!kept) return null
    const source = await history.versions.textOf(kept, session)
    ledger.willBringBack(rowId, wordsOf(source))
    return history.edit({ session, at }, id, {
      id: rowId,
      personId: secretary,
      change(doc) {
        const own = freshClient(doc)
        const made = new Map<number, number>()
        const clientFor = ({ client }: { client: number }): number => {
          const mine = made.get(client) ?? freshClient(doc)
          made.set(client, mine)
          return mine
        }
        restoreText(doc, source, { schema: minutesSchema, own, clientFor })
        const clients = [own, ...made.values()]
        for (const client of clients) ledger.authors.set(client, secretary)
        return clients.map((clientId) => ({ clientId, personId: secretary, at, madeBy: secretary }))
      },
    })
  })
  if (edited) publish('row', { ...edited, connectionId: null })
}

/** As `redactDocument` does it: nothing happens where the word does not stand. */
export async function takeOut({ db, ledger, publish }: Secretary, id: DocumentId, word: string): Promise<void> {
  const find = passageFinder([word])
  const epoch = await inTransaction(db, async (session) => {
    const at = new Date()
    let places = 0
    const anew = await historyOn(db).beginAnew({ session, at }, id, {
      words: (label) => label,
      change(doc) {
        const done = redactText(doc, minutesSchema, find, word)
        places += done.places
        if (minutesPlainText(doc).includes(word)) throw new Error('it has become part of another word')
        return done.places === 0
          ? null
          : done.clients.map((clientId) => ({ clientId, personId: secretary, at, madeBy: secretary }))
      },
    })
    if (places === 0) throw new Error('not in the text')
    ledger.willTakeOut(anew.epoch, word)
    return anew.epoch
  })
  publish('moved', { documentId: id, epoch })
}
