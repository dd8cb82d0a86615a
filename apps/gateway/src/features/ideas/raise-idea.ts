import {
  fitting,
  officeFor,
  Refusal,
  raiseIdea as raise,
  type Viewer,
  whyNotAnswerable,
  whyNotRaiseIdea,
} from '@camau/domain'
import type { Command, Transaction } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { newRecordId } from '../../platform/record-id.js'
import type { RecordStore } from '../../platform/record-store.js'
import type { StoredIdea } from './idea.kind.js'
import type { RaiseIdeaInput } from './idea.type.js'

export interface RaiseIdeaNeeds {
  ideas: RecordStore<StoredIdea>
  command: Command
  directory: Directory
  nextNumber: (tx: Transaction) => Promise<number>
}

/** Writes down an idea or a gap where it belongs, before anybody has decided what to make of it. */
export function raiseIdea(needs: RaiseIdeaNeeds, viewer: Viewer, input: RaiseIdeaInput): Promise<StoredIdea> {
  return needs.command(
    { command: 'raiseIdea', viewer, input },
    async (tx) => {
      const { bodies } = await needs.directory.now()
      const body = bodies.get(input.bodyId)
      if (body?.kind !== 'workstream') throw new Refusal('not-found')
      const advisory = [...bodies.values()].find(({ kind }) => kind === 'advisory-group') ?? null
      const refusal = whyNotRaiseIdea(viewer, body, advisory) ?? whyNotAnswerable(body)
      if (refusal) throw new Refusal(refusal)
      const given = { id: newRecordId(input.id), bodyId: body.id, kind: input.kind, text: fitting('idea', input.text) }
      raise(viewer, { ...given, number: 0 }, tx.at) // the rule speaks before a number is taken
      const idea = raise(viewer, { ...given, number: await needs.nextNumber(tx) }, tx.at)
      const place = { space: 'body', body } as const
      const office =
        officeFor(viewer, 'write', place) ?? (advisory && officeFor(viewer, 'write', { space: 'body', body: advisory }))
      return needs.ideas.add(tx, { ...idea, version: 1 }, office)
    },
    (id) => needs.ideas.get(viewer, id),
  )
}
