import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { DocumentId } from '@camau/protocol'
import type { UpdateRecord } from './document.model.js'
import type { DocumentLog } from './document-log.js'

// A transaction that seals loses against writers who never pause. It asks for quiet; every node looks now and then.
const lookEvery = 400
const quietFor = 3_000

/**
 * Asks all nodes to leave a document's log alone for a moment; resolves when they must have seen it. It ends with a seal, or with
 * the row that bears the mark as its id.
 */
export async function askForQuiet(
  log: Pick<DocumentLog, 'quiet'>,
  id: DocumentId,
  mark: string = randomUUID(),
): Promise<void> {
  await log.quiet(id, mark)
  await pause(lookEvery + 200)
}

/** What a room asks before it appends: null, or what to wait for while somebody wants quiet, until they have written or have had their time. */
export type Quiet = (seq: number) => Promise<void> | null

/** Looks for the marks of all documents that this node is writing in: one question for all of them, and none while nobody writes. */
export function quietWatch(log: DocumentLog): (id: DocumentId, epoch: number, known: string | null) => Quiet {
  const written = new Map<DocumentId, { seen(mark: string | null): void }>()
  const look = async (): Promise<void> => {
    const asked = new Map(written)
    written.clear()
    const marks = await log.quietMarks([...asked.keys()])
    for (const [id, { seen }] of asked) seen(marks.get(id) ?? null)
  }
  return (id, epoch, known) => {
    let last = known
    let wanted = false
    const watcher = {
      seen(mark: string | null): void {
        wanted ||= mark !== last
        last = mark
      },
    }
    const untilWritten = async (seq: number): Promise<void> => {
      for (const until = performance.now() + quietFor; performance.now() < until; ) {
        await pause(50)
        // A seal, or an edit of the server's own: they are in nobody's name, or bear the mark.
        const isAskers = ({ personId, parts, _id }: UpdateRecord) => _id === last || (personId === null && !parts)
        if ((await log.after(id, epoch, seq)).some(isAskers)) return
      }
    }
    return (seq) => {
      // The database being away is found when a row is appended.
      if (written.size === 0) setTimeout(() => look().catch(() => {}), lookEvery).unref()
      written.set(id, watcher)
      if (!wanted) return null
      wanted = false
      return untilWritten(seq)
    }
  }
}
