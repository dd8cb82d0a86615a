import { isDeepStrictEqual } from 'node:util'
import { Refusal, type Viewer } from '@camau/domain'
import type { Actor, RecordsRoom } from '@camau/protocol'
import type { ClientSession, Connection } from 'mongoose'
import type { Audit, AuditEntry } from './audit.js'
import type { Bus, Publisher } from './bus.js'
import { canonicalJson, sha256 } from './canonical-json.js'
import type { ChangeStore } from './change-store.js'
import type { ChangeRow, GuardedPatch } from './changes.js'
import type { Command, Intent, Project, RecordChange, Transaction } from './command.js'
import { type CommandRecord, commandModel } from './command.model.js'
import { isSignedIn } from './context.js'
import type { Directory, Names } from './directory.js'
import { keepRestrictions } from './restrictions.js'
import type { Viewers } from './session.js'
import { type SureMessages, tellNumber } from './sure-messages.js'
import { inTransaction } from './transaction.js'
import { createTurns } from './turns.js'

export interface CommandNeeds {
  db: Connection
  bus: Bus
  audit: Audit
  changes: ChangeStore
  directory: Directory
  sure: Pick<SureMessages, 'note'>
  viewers: Viewers
  now: () => Date
  newId: () => string
}

const mostWaiting = 2_000
const us: Viewer = { personId: 'camau', name: 'Camau', offices: [] }

/** What a transaction collected while its work ran. */
interface Collected {
  changes: RecordChange[]
  tells: ((bus: Publisher) => void)[]
}

export function createCommands(needs: CommandNeeds): { command: Command; project: Project } {
  const { db, bus, audit, changes, directory, sure, viewers, now, newId } = needs
  const commands = commandModel(db)
  const turn = createTurns(mostWaiting)

  async function write(
    intent: Intent,
    session: ClientSession,
    at: Date,
    { changes: made }: Collected,
    names: Names,
    audited: boolean,
  ) {
    const rows = await changes.append(session, rowsOf(intent, at, made, names))
    await keepRestrictions(db, session, made)
    const ofRecord = made.filter(({ follows }) => !follows)
    if (audited && ofRecord.length > 0)
      await audit.append(
        session,
        ofRecord.map((change) => auditEntry(intent, at, change)),
      )
    return rows
  }

  /** Runs the work and writes what it said it changed; after commit tells the bus, in the order of the commits. */
  async function carryOut<T>(
    intent: Intent,
    work: (tx: Transaction) => Promise<T>,
    settle: (session: ClientSession, at: Date, changes: RecordChange[]) => Promise<void>,
    audited: boolean,
  ): Promise<T> {
    const names = await directory.now()
    const at = now()
    const { result, rows, tell, number } = await inTransaction(db, async (session) => {
      const collected: Collected = { changes: [], tells: [] } // afresh in every try
      const result = await work(transaction(session, at, intent.viewer, newId, collected))
      await settle(session, at, collected.changes)
      const rows = await write(intent, session, at, collected, names, audited)
      const tell = (to: Publisher): void => {
        for (const one of collected.tells) one(to)
      }
      return { result, rows, tell, number: await sure.note(session, at, rows, tell) }
    })
    for (const row of rows) bus.publish('change', row)
    tell(bus)
    tellNumber(bus, number)
    return result
  }

  const earlier = async (intent: Intent, session: ClientSession | null) =>
    checked(await commands.findById(intent.input.mutationId).session(session).lean(), intent)

  /** While a command waits for its turn, or is tried again, rights may move: whoever had others when they asked must ask again. */
  const byRightsOfNow =
    <T>({ personId, offices }: Viewer, work: (tx: Transaction) => Promise<T>) =>
    async (tx: Transaction): Promise<T> => {
      const now = await viewers.of(personId)
      if (!isDeepStrictEqual(new Set(now.offices), new Set(offices))) throw new Refusal('unavailable')
      return work(tx)
    }

  const command: Command = async (intent, work, again) => {
    if (!isSignedIn(intent.viewer)) throw new Refusal('not-signed-in')
    const once = await turn(async () => {
      // Asked while the work runs, not before it: repeats are rare, and what a repeat did is undone with its transaction.
      const repeated = earlier(intent, null)
      repeated.catch(() => undefined) // heard where it is waited for, unless the work fails first
      try {
        const settle = async (session: ClientSession, at: Date, made: RecordChange[]) => {
          if (await repeated) throw new Error('this command was carried out before')
          await commands.create([commandRecord(intent, at, made)], { session })
        }
        return { result: await carryOut(intent, byRightsOfNow(intent.viewer, work), settle, true) }
      } catch (error) {
        // Carried out before, or by another node meanwhile: then this is a repeat, not a failure.
        const done = await earlier(intent, null)
        if (done) return { done }
        throw error
      }
    })
    return 'done' in once ? again(once.done.recordId) : once.result
  }

  const project: Project = async (name, isCurrent, work) => {
    const intent = { command: name, viewer: us, input: { mutationId: newId() } }
    const unlessEnded = async (tx: Transaction) => {
      if (await isCurrent(tx.session)) await work(tx)
    }
    await turn(() => carryOut(intent, unlessEnded, async () => undefined, false))
  }
  return { command, project }
}

function transaction(
  session: ClientSession,
  at: Date,
  by: Viewer,
  newId: () => string,
  collected: Collected,
): Transaction {
  return {
    session,
    at,
    by,
    newId,
    changed: (change) => collected.changes.push(change),
    afterCommit: (tell) => collected.tells.push(tell),
  }
}

function checked(done: CommandRecord | null, intent: Intent): CommandRecord | null {
  if (!done) return null
  const same =
    done.command === intent.command && done.personId === intent.viewer.personId && done.inputHash === hashOf(intent)
  if (!same) throw new Refusal('mutation-reused')
  return done
}

const hashOf = ({ input }: Intent) => sha256(canonicalJson(input))

function commandRecord(intent: Intent, at: Date, changes: readonly RecordChange[]): CommandRecord {
  const first = changes.find(({ follows }) => !follows) ?? changes[0]
  if (!first) throw new Error(`${intent.command} changed nothing`)
  return {
    _id: intent.input.mutationId,
    personId: intent.viewer.personId,
    command: intent.command,
    inputHash: hashOf(intent),
    recordId: first.id,
    at,
  }
}

/** One row per room, with the patches meant for it. */
function rowsOf(intent: Intent, at: Date, changes: readonly RecordChange[], names: Names): Omit<ChangeRow, 'seq'>[] {
  const patches = new Map<RecordsRoom, GuardedPatch[]>()
  for (const change of changes) {
    const { type, id, version, audience, place, owner = null, restrictedTo = null, alsoFor = [] } = change
    // Through JSON at once, so that a row from memory and a row from the store are the same.
    const fields: Record<string, unknown> = JSON.parse(JSON.stringify(change.fields))
    const patch = { type, id, version, fields, audience, place, owner, restrictedTo, alsoFor }
    for (const room of new Set(change.rooms))
      patches.set(room, [...(patches.get(room) ?? []), patch, ...gone(change, patch)])
  }
  const { command, input } = intent
  const actor = actorOf(intent.viewer, changes[0], names)
  return [...patches].map(([room, patches]) => ({ room, at, actor, command, mutationId: input.mutationId, patches }))
}

/** Those who could see it until now, and no longer may, are told that it is gone; nobody else hears of that. */
function gone({ guardedBefore }: RecordChange, patch: GuardedPatch): GuardedPatch[] {
  if (!guardedBefore) return []
  const [before, hiddenFrom] = [guardOf({ ...patch, ...guardedBefore }), guardOf(patch)]
  if (JSON.stringify(before) === JSON.stringify(hiddenFrom)) return []
  const { type, id, version } = patch
  return [{ type, id, version, fields: { __typename: type, id, gone: true }, ...before, hiddenFrom }]
}

const guardOf = ({ audience, place, restrictedTo, owner, alsoFor = [] }: GuardedPatch) => ({
  audience,
  place,
  restrictedTo,
  owner,
  alsoFor,
})

function actorOf({ personId, name }: Viewer, change: RecordChange | undefined, names: Names): Actor {
  const used = change?.office
  return { personId, name, office: used ? names.officeTitle(used.office, used.bodyId).en : null }
}

function auditEntry({ command, viewer, input }: Intent, at: Date, change: RecordChange): AuditEntry {
  const { type, id, before, after, office } = change
  return {
    at,
    person: viewer.personId,
    office: office && `${office.office} of ${office.bodyId}`,
    command,
    record: `${type}:${id}`,
    before,
    after,
    mutationId: input.mutationId,
  }
}
