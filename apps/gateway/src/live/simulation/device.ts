import type { KeptEdits } from '@camau/collab'
import type { Process } from './world.js'

type Claim = Awaited<ReturnType<KeptEdits['claim']>>
type KeptEdit = Claim['edits'][number]
/** One opening of a text by a page, until the page has gone or lets go of it. */
interface Holder {
  page: Process
  released: boolean
}
interface Row extends KeptEdit {
  document: string
  holder: Holder
}

/** What one person's device keeps, also when the page is gone: the port that the browser's storage has, with its delays. */
export class Device {
  private rows: Row[] = []
  private key = 0

  /** Everything kept for a document, whoever holds it. */
  kept(documentId: string): readonly Uint8Array[] {
    return this.rows.filter(({ document }) => document === documentId).map(({ update }) => update)
  }

  for(page: Process): KeptEdits {
    return {
      claim: async (_person, document) => {
        await this.disk(page)
        const free = this.rows.filter((row) => row.document === document && isFree(row))
        const holder: Holder = { page, released: false }
        for (const row of free) row.holder = holder
        return this.place(holder, document, free)
      },
    }
  }

  private place(holder: Holder, document: string, edits: Row[]): Claim {
    const { page } = holder
    return {
      edits: edits.map(({ key, epoch, update }) => ({ key, epoch, update })),
      keep: async (epoch, update) => {
        // A crash may come before the writing, or between it and its answer.
        await this.disk(page)
        const row = { key: ++this.key, epoch, update, document, holder }
        this.rows.push(row)
        await this.disk(page)
        return row.key
      },
      forget: async (keys) => {
        await this.disk(page)
        this.rows = this.rows.filter(({ key }) => !keys.includes(key))
      },
      release: async () => {
        holder.released = true
      },
    }
  }

  private disk(page: Process): Promise<void> {
    return new Promise((done) => {
      if (page.mayAct()) page.later(0.1 + page.world.chance.int(30) / 10, done, 'disk')
    })
  }
}

const isFree = ({ holder }: Row): boolean => holder.released || !holder.page.alive
