import { Refusal, type Viewer } from '@camau/domain'
import type { Command } from '../../platform/command.js'
import { allNotices, type ListNoticesNeeds } from './list-notices.js'
import type { NoticeRecord } from './notice.model.js'
import type { MarkNoticesReadInput } from './notice.type.js'

export interface MarkNoticesNeeds extends ListNoticesNeeds {
  command: Command
}

/** One's own lines, and nobody else's. */
export function markNoticesRead(
  needs: MarkNoticesNeeds,
  viewer: Viewer,
  { mutationId, ids, read }: MarkNoticesReadInput,
): Promise<NoticeRecord[]> {
  const wanted = ids && new Set(ids)
  const becomes = read ?? true
  const asked = { mutationId, ids: ids ?? null, read: becomes }
  const meant = async () => (await allNotices(needs, viewer)).filter(({ _id }) => !wanted || wanted.has(_id))
  return needs.command(
    { command: 'markNoticesRead', viewer, input: asked },
    async (tx) => {
      const lines = (await meant()).filter((line) => line.read !== becomes)
      if (lines.length === 0) throw new Refusal('already-so')
      const brought = lines
        .filter(({ version }) => version === 0)
        .map((line) => ({ ...line, version: 1, read: becomes }))
      for (const line of brought) await needs.notices.add(tx, line)
      const kept = await needs.notices.setRead(
        tx,
        lines.filter(({ version }) => version > 0),
        becomes,
      )
      return [...kept, ...brought]
    },
    meant,
  )
}
