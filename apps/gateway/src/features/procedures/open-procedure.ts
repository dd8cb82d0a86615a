import { fitting, officeFor, openProcedure as opened, Refusal, type Viewer } from '@camau/domain'
import { newRecordId } from '../../platform/record-id.js'
import type { ProcedureNeeds } from './change-procedure.js'
import type { StoredProcedure } from './procedure.kind.js'
import type { OpenProcedureInput } from './procedure.type.js'

/** A question is put to the voters of a body, between its meetings; each of them is told. */
export function openProcedure(
  { procedures, command, directory, notify, votersOf }: ProcedureNeeds,
  viewer: Viewer,
  input: OpenProcedureInput,
): Promise<StoredProcedure> {
  return command(
    { command: 'openProcedure', viewer, input },
    async (tx) => {
      const body = (await directory.now()).bodies.get(input.bodyId)
      if (!body) throw new Refusal('not-found')
      if (Number.isNaN(input.closesAt.getTime())) throw new Refusal('impossible-date')
      const given = {
        id: newRecordId(input.id),
        question: fitting('decision', input.question),
        closesAt: input.closesAt,
        quorum: input.quorum ?? null,
        voters: [...(await votersOf(body, tx.at))],
      }
      const procedure = { ...opened(viewer, body, given, tx.at), version: 1 }
      const saved = await procedures.add(tx, procedure, officeFor(viewer, 'prepare', { space: 'body', body }))
      const to = saved.voters.map((personId) => ({ kind: 'person', personId }) as const)
      await notify(tx, [
        { kind: 'decision', to, about: { type: 'WrittenProcedure', id: saved.id }, text: saved.question },
      ])
      return saved
    },
    (id) => procedures.get(viewer, id),
  )
}
