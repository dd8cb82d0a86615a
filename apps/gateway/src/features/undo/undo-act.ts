import { Refusal, type Viewer, whyNotUndo } from '@camau/domain'
import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { Loaders } from '../../platform/loaders.js'
import type { Unsay } from '../../platform/notify.js'
import type { DoneLine, Undoing, UndoLine } from '../../platform/undoing.js'
import type { Acts, StoredAct } from './acts.js'
import type { UndoActInput } from './undo.type.js'

export interface UndoNeeds {
  acts: Acts
  command: Command
  directory: Directory
  /** By type of record. */
  undoers: Readonly<Record<string, UndoLine>>
  /** Takes what nobody has read yet out of inboxes. */
  unsay: Unsay
}

/** An act that was taken back. */
export interface Undone {
  id: string
  command: string
  records: readonly Pick<DoneLine, 'type' | 'id'>[]
}

/** Takes back one's own act as a whole: by whoever did it and still may, where nobody has changed since what it set. */
export function undoAct(needs: UndoNeeds, viewer: Viewer, load: Loaders, input: UndoActInput): Promise<Undone> {
  const { acts, command, unsay } = needs
  return command(
    { command: 'undoAct', viewer, input },
    async (tx) => {
      const act = await acts.get(input.actId, tx)
      const refusal = whyNotUndo(viewer, act, tx.at)
      if (refusal) throw new Refusal(refusal)
      await unsay(tx, { by: act.personId, at: act.at })
      await takeBack(needs, { tx, viewer, load }, act)
      await acts.setUndone(act, tx)
      return undone(act)
    },
    async () => undone(await acts.get(input.actId)),
  )
}

const undone = ({ id, command, lines }: StoredAct): Undone => ({
  id,
  command,
  records: lines.map(({ type, id }) => ({ type, id })),
})

/** Line by line, the last first. Whoever is refused learns of every action that stands in the way, and who came between. */
async function takeBack({ acts, directory, undoers }: UndoNeeds, by: Undoing, act: StoredAct): Promise<void> {
  const refused: Refusal[] = []
  for (const line of [...act.lines].reverse()) {
    const undo = undoers[line.type]
    if (!undo) throw new Refusal('stays-done')
    await undo(by, line).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'not-undoable') throw error
      refused.push(error)
    })
  }
  const since = await acts.setSince(act, by.tx)
  if (refused.length === 0 && !since) return
  const { people } = await directory.now()
  throw new Refusal('not-undoable', {
    numbers: refused.flatMap(({ details }) => details.numbers).reverse(),
    fields: [...new Set(refused.flatMap(({ details }) => details.fields))],
    by: since && { personId: since.personId, name: people.get(since.personId)?.name ?? '' },
    at: since?.at.toISOString() ?? null,
  })
}
