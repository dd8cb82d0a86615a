import type { DocumentNode } from 'graphql'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Refused } from './refused'

/** A command kept on this device until the server has answered it. */
export interface KeptCommand {
  /** The mutationId: the server carries it out once, however often it arrives. */
  id: string
  /** Whose command it is; it is never sent as anybody else. */
  personId: string
  document: DocumentNode
  variables: { input: { mutationId: string } }
  /** What it does, in both languages, for the list of what is kept. */
  what: { en: string; cy: string }
  at: number
  /** The answer to expect, painted again after a reload: what somebody saw as done must not look undone meanwhile. */
  guess?: unknown
  /** Set once the server said no: it waits for the person then, not for the line. */
  refused: Refused | null
}

/** Where commands are kept: in IndexedDB, or only in memory where the browser forbids it. */
export interface CommandStore {
  /** A person's commands, oldest first. */
  of(personId: string): Promise<KeptCommand[]>
  /** Everybody's: for sealing, when somebody leaves. */
  all(): Promise<KeptCommand[]>
  put(command: KeptCommand): Promise<void>
  remove(id: string): Promise<void>
}

interface Schema extends DBSchema {
  commands: { key: string; value: KeptCommand; indexes: { person: string } }
}

/** Asynchronous from its first line: where a browser has no such store, asking for it throws at once. */
async function database() {
  return openDB<Schema>('camau-commands', 1, {
    upgrade: (db) => void db.createObjectStore('commands', { keyPath: 'id' }).createIndex('person', 'personId'),
  })
}

/** There at once; what it is asked waits until the browser has opened it. */
export function openCommandStore(): CommandStore {
  const opened = database().then(storeIn, memoryStore)
  return {
    of: async (personId) => (await opened).of(personId),
    all: async () => (await opened).all(),
    put: async (command) => (await opened).put(command),
    remove: async (id) => (await opened).remove(id),
  }
}

export function memoryStore(): CommandStore {
  const kept = new Map<string, KeptCommand>()
  return {
    of: async (personId) => [...kept.values()].filter((command) => command.personId === personId).sort(oldestFirst),
    all: async () => [...kept.values()],
    put: async (command) => void kept.set(command.id, command),
    remove: async (id) => void kept.delete(id),
  }
}

function storeIn(db: IDBPDatabase<Schema>): CommandStore {
  return {
    of: async (personId) => (await db.getAllFromIndex('commands', 'person', personId)).sort(oldestFirst),
    all: () => db.getAll('commands'),
    put: async (command) => void (await db.put('commands', command)),
    remove: (id) => db.delete('commands', id),
  }
}

// UUIDs of version 7 made in one page only ever rise, also when its clock steps back: `at` is for people to read.
export function oldestFirst(a: KeptCommand, b: KeptCommand): number {
  return a.id < b.id ? -1 : 1
}
