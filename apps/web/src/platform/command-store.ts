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
  /** `basedOn`: the version it was given over, where the record guards what it sets. */
  variables: { input: { mutationId: string; basedOn?: number | null | undefined } }
  /** What it does, in both languages, for the list of what is kept. */
  what: { en: string; cy: string }
  at: number
  /** The answer to expect, painted again after a reload: what somebody saw as done must not look undone meanwhile. */
  guess?: unknown
  /** Set once the server said no: it waits for the person then, not for the line. */
  refused: Refused | null
}

/** Where commands are kept. Anything may reject: the queue goes on with what this window knows. */
export interface CommandStore {
  /** A person's commands. */
  of(personId: string): Promise<KeptCommand[]>
  /** Everybody's: for sealing, when somebody leaves. */
  all(): Promise<KeptCommand[]>
  put(command: KeptCommand): Promise<void>
  /** Writes over what is kept of it, and nothing where it is kept no more: it is over, or was sealed. */
  rewrite(command: KeptCommand): Promise<void>
  remove(id: string): Promise<void>
}

interface Schema extends DBSchema {
  commands: { key: string; value: KeptCommand; indexes: { person: string } }
}

/**
 * Opened when it is first asked, and anew after anything failed: the browser closes it when its data are cleared, and on some
 * devices when the page was long in the background. Rejects where the browser keeps nothing.
 */
export function openCommandStore(): CommandStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  const close = () => {
    void opened?.then((db) => db.close()).catch(() => undefined)
    opened = undefined
  }
  async function ask<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    opened ??= database(close)
    const mine = opened
    try {
      return await work(await mine)
    } catch (error) {
      if (opened === mine) close()
      throw error
    }
  }
  return {
    of: (personId) => ask((db) => db.getAllFromIndex('commands', 'person', personId)),
    all: () => ask((db) => db.getAll('commands')),
    put: (command) => ask(async (db) => void (await db.put('commands', command))),
    rewrite: (command) =>
      ask(async (db) => {
        const { store, done } = db.transaction('commands', 'readwrite')
        const write = async () => {
          if ((await store.getKey(command.id)) !== undefined) await store.put(command)
        }
        await Promise.all([write(), done])
      }),
    remove: (id) => ask((db) => db.delete('commands', id)),
  }
}

/** Asynchronous from its first line: where a browser has no such store, asking for it throws at once. */
async function database(close: () => void) {
  return openDB<Schema>('camau-commands', 1, {
    upgrade: (db) => void db.createObjectStore('commands', { keyPath: 'id' }).createIndex('person', 'personId'),
    // Whoever changes or deletes it must not wait until this page is closed.
    blocking: close,
  })
}

// UUIDs of version 7 made in one page only ever rise, also when its clock steps back: `at` is for people to read.
export function oldestFirst(a: KeptCommand, b: KeptCommand): number {
  return a.id < b.id ? -1 : 1
}
