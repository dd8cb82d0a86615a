import { officeFor, type Place, Refusal, type RefusalCode, type Viewer } from '@camau/domain'
import type { Command, Transaction } from './command.js'
import type { Directory, Names } from './directory.js'
import type { KeptRecord, RecordStore } from './record-store.js'

export interface KeeperNeeds<R extends KeptRecord> {
  store: RecordStore<R>
  command: Command
  directory: Directory
  /** Where rights to write are asked. */
  place: (record: R, names: Names) => Place | null
}

type Given = { mutationId: string; id: string }
type WhyNot<R> = (viewer: Viewer, place: Place, record: R) => RefusalCode | null

/** The commands on one kind of record: read what the viewer may see, ask the rule, save, tell. */
export interface Keeper<R extends KeptRecord> {
  add(
    name: string,
    viewer: Viewer,
    input: Given,
    make: (tx: Transaction, names: Names) => R | Promise<R>,
    whyNot: WhyNot<R>,
  ): Promise<R>
  change(
    name: string,
    viewer: Viewer,
    input: Given,
    step: (record: R, tx: Transaction, names: Names) => R | Promise<R>,
    whyNot: WhyNot<R>,
  ): Promise<R>
}

export function createKeeper<R extends KeptRecord>({ store, command, directory, place }: KeeperNeeds<R>): Keeper<R> {
  function allowed(viewer: Viewer, record: R, names: Names, whyNot: WhyNot<R>) {
    const at = place(record, names)
    if (!at) throw new Refusal('not-found')
    const refusal = whyNot(viewer, at, record)
    if (refusal) throw new Refusal(refusal)
    return officeFor(viewer, 'write', at)
  }

  return {
    add: (name, viewer, input, make, whyNot) =>
      command(
        { command: name, viewer, input },
        async (tx) => {
          const names = await directory.now()
          const record = await make(tx, names)
          return store.add(tx, record, allowed(viewer, record, names, whyNot))
        },
        (id) => store.get(viewer, id),
      ),
    change: (name, viewer, input, step, whyNot) =>
      command(
        { command: name, viewer, input },
        async (tx) => {
          const names = await directory.now()
          const before = await store.get(viewer, input.id, tx)
          const office = allowed(viewer, before, names, whyNot)
          return store.save(tx, before, await step(before, tx, names), office)
        },
        (id) => store.get(viewer, id),
      ),
  }
}
