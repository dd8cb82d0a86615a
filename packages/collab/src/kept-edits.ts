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

interface Page {
  kept: KeptEdits
  /** Places that are being left: what is on its way there comes first. */
  leaving: Set<Promise<void>>
}
const pages = new WeakMap<object, Page>()

/** On the device; what that would not take, in this page: as long as its line, whoever opens and closes texts over it. */
export function keptSomewhere(device: KeptEdits, line: object): KeptEdits {
  const page = pages.get(line) ?? { kept: keptInMemory(), leaving: new Set() }
  pages.set(line, page)
  return {
    async claim(person, documentId) {
      await null // whoever closes the text in this very moment begins to leave
      await Promise.allSettled(page.leaving)
      const here = await page.kept.claim(person, documentId)
      const there = await device.claim(person, documentId).catch(() => null)
      const keepHere = async (epoch: number, update: Uint8Array) => -(await here.keep(epoch, update))
      const keeping = new Set<Promise<number>>()
      const leave = async (): Promise<void> => {
        await Promise.allSettled(keeping)
        await here.release()
        await there?.release()
      }
      return {
        // Keys of the page are negative: those of the device never are.
        edits: [...(there?.edits ?? []), ...here.edits.map((edit) => ({ ...edit, key: -edit.key }))],
        keep(epoch, update) {
          const kept = there ? there.keep(epoch, update).catch(() => keepHere(epoch, update)) : keepHere(epoch, update)
          return during(keeping, kept)
        },
        async forget(keys) {
          await here.forget(keys.filter((key) => key < 0).map((key) => -key))
          await there?.forget(keys.filter((key) => key > 0))
        },
        release: () => during(page.leaving, leave()),
      }
    },
  }
}

/** Says of a piece of work that it is under way, while it is. */
function during<T>(underWay: Set<Promise<T>>, work: Promise<T>): Promise<T> {
  const over = () => void underWay.delete(work)
  underWay.add(work)
  work.then(over, over)
  return work
}
