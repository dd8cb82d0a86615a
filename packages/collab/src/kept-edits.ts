/** An edit as the device keeps it. */
export interface KeptEdit {
  key: number
  epoch: number
  update: Uint8Array
}

/** This page's place on the device for one document of one person. */
export interface Claim {
  /** What earlier pages left unsent. */
  edits: readonly KeptEdit[]
  keep(epoch: number, update: Uint8Array): Promise<number>
  forget(keys: readonly number[]): Promise<void>
  /** Leaves what is still kept to whoever opens the document next. */
  release(): Promise<void>
}

/**
 * Where unsent edits survive a reload, per person and document. A page takes over only what no other open page holds.
 * Client ids are kept within the edits themselves. A new page writes under a new id: an edit of the old one may still be
 * on its way to the server, and two different edits under one id and clock would never converge.
 */
export interface KeptEdits {
  claim(person: string, documentId: string): Promise<Claim>
}

/** For Node, and for browsers that allow no storage: lives as long as the object does. */
export function keptInMemory(): KeptEdits {
  const kept: { document: string; held: boolean; edit: KeptEdit }[] = []
  let key = 0
  return {
    async claim(person, documentId) {
      const document = `${person} ${documentId}`
      const mine = kept.filter((one) => one.document === document && !one.held)
      for (const one of mine) one.held = true
      return {
        edits: mine.map(({ edit }) => edit),
        async keep(epoch, update) {
          const one = { document, held: true, edit: { key: ++key, epoch, update } }
          mine.push(one)
          kept.push(one)
          return one.edit.key
        },
        async forget(keys) {
          for (const gone of kept.filter(({ edit }) => keys.includes(edit.key))) kept.splice(kept.indexOf(gone), 1)
        },
        async release() {
          for (const one of mine) one.held = false
        },
      }
    },
  }
}

const pages = new WeakMap<object, KeptEdits>()

/** What this page alone holds because the device would not: as long as its line, whoever opens and closes texts over it. */
export function keptInPage(line: object): KeptEdits {
  const kept = pages.get(line) ?? keptInMemory()
  pages.set(line, kept)
  return kept
}
