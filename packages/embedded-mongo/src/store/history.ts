import { Committer } from './committer.js'
import { overlaidChunk } from './overlay.js'
import type { Batch, Chunk, Key, KeyRange, KeyValueStore, Reader } from './port.js'
import { SortedKeys } from './sorted-keys.js'

interface Version {
  readonly sequence: number
  readonly before: Uint8Array | undefined
  readonly after: Uint8Array | undefined
}

/** A stable view of the data as it was at one moment, until it is released. */
export interface Snapshot {
  readonly sequence: number
  readonly reader: Reader
  release(): void
}

/**
 * Numbers every commit, and remembers what each one replaced for as long as somebody may ask.
 *
 * Two moments matter: the *head* has every commit, and is what writers build on; the *durable* state has those
 * that are on the disk, and is all that readers are shown. LMDB's own read transactions are not used as snapshots:
 * one shared by a long transaction has been seen to move under it.
 */
export class History {
  readonly #store: KeyValueStore
  readonly #committer: Committer
  readonly #versions = new Map<Key, Version[]>()
  readonly #changed = new SortedKeys()
  #commits: { sequence: number; keys: Key[] }[] = []
  readonly #snapshots = new Map<number, number>()
  #head = 0
  #durable = 0
  #flushed: Promise<void> = Promise.resolve()

  constructor(store: KeyValueStore) {
    this.#store = store
    this.#committer = new Committer(store, () => this.#undo())
  }

  /** What is on the disk. */
  get durable(): Reader {
    return this.#store
  }

  /** What is committed, flushed or not. */
  get head(): Reader {
    return this.#readerAt(Number.POSITIVE_INFINITY)
  }

  /** Makes a batch part of the head, and of the disk soon after: await `flushed()` before telling anyone. */
  commit(batch: Batch): number {
    if (batch.size === 0) return this.#head
    const sequence = ++this.#head
    for (const [key, change] of batch) this.#remember(key, { sequence, ...change })
    this.#commits.push({ sequence, keys: [...batch.keys()] })
    this.#flushed = this.#committer.commit(batch).then(() => this.#reached(sequence))
    // Whoever wrote it awaits it; nobody else must be brought down by it.
    this.#flushed.catch(() => undefined)
    return sequence
  }

  /** Resolves once everything committed so far is on the disk; rejects if it could not be put there. */
  flushed(): Promise<void> {
    return this.#flushed
  }

  /** The number of the last commit that wrote the key, or 0 when that was before every open snapshot. */
  lastWriter(key: Key): number {
    return this.#versions.get(key)?.at(-1)?.sequence ?? 0
  }

  /** The durable state of this moment, kept readable until released. */
  snapshot(): Snapshot {
    const sequence = this.#durable
    this.#snapshots.set(sequence, (this.#snapshots.get(sequence) ?? 0) + 1)
    let open = true
    const release = () => {
      if (open) this.#release(sequence)
      open = false
    }
    return { sequence, reader: this.#readerAt(sequence), release }
  }

  #readerAt(sequence: number): Reader {
    const lookUp = (key: Key) => {
      const versions = this.#versions.get(key)
      if (!versions) return this.#store.get(key)
      const next = versions.find((version) => version.sequence > sequence)
      return next ? next.before : versions.at(-1)?.after
    }
    const chunk = (range: KeyRange, limit: number): Chunk =>
      overlaidChunk(this.#store, range, limit, this.#changed, lookUp)
    return { get: lookUp, chunk }
  }

  #remember(key: Key, version: Version): void {
    const versions = this.#versions.get(key)
    if (versions) versions.push(version)
    else {
      this.#versions.set(key, [version])
      this.#changed.add(key)
    }
  }

  #release(sequence: number): void {
    const left = (this.#snapshots.get(sequence) ?? 0) - 1
    if (left > 0) this.#snapshots.set(sequence, left)
    else this.#snapshots.delete(sequence)
    this.#forget()
  }

  #reached(sequence: number): void {
    this.#durable = Math.max(this.#durable, sequence)
    this.#forget()
  }

  /** Drops versions that no snapshot can ask for and that the store itself holds. */
  #forget(): void {
    const horizon = Math.min(this.#durable, ...this.#snapshots.keys())
    const keep = this.#commits.findIndex(({ sequence }) => sequence > horizon)
    const old = keep < 0 ? this.#commits : this.#commits.slice(0, keep)
    if (old.length === 0) return
    this.#commits = keep < 0 ? [] : this.#commits.slice(keep)
    const gone = new Set<Key>()
    for (const { keys } of old) for (const key of keys) if (this.#dropFirst(key)) gone.add(key)
    this.#changed.removeAll(gone)
  }

  #dropFirst(key: Key): boolean {
    const versions = this.#versions.get(key)
    versions?.shift()
    return versions?.length === 0 && this.#versions.delete(key)
  }

  /** A flush failed: the head goes back to what is on the disk, so that nobody builds on what was never kept. */
  #undo(): void {
    const lost = this.#commits.filter(({ sequence }) => sequence > this.#durable)
    this.#commits = this.#commits.filter(({ sequence }) => sequence <= this.#durable)
    const gone = new Set<Key>()
    for (const { keys } of lost) for (const key of keys) if (this.#dropLast(key)) gone.add(key)
    this.#changed.removeAll(gone)
    this.#flushed = Promise.resolve()
  }

  #dropLast(key: Key): boolean {
    const versions = this.#versions.get(key)
    versions?.pop()
    return versions?.length === 0 && this.#versions.delete(key)
  }
}
