import { officeFor, promoteIdea as promote, Refusal, type Viewer } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { StoredIdea } from './idea.kind.js'
import type { PromoteIdeaInput } from './idea.type.js'
import type { RaiseIdeaNeeds } from './raise-idea.js'

export interface PromoteIdeaNeeds extends RaiseIdeaNeeds {
  raiseAction: (
    tx: Transaction,
    viewer: Viewer,
    made: { id: string; bodyId: string; title: string },
  ) => Promise<unknown>
  proposeArea: (
    tx: Transaction,
    viewer: Viewer,
    made: { id: string; workstreamId: string; phaseId: string; title: { en: string } },
  ) => Promise<unknown>
}

/** The idea becomes an action or a proposed work area; each knows of the other from then on. */
export function promoteIdea(needs: PromoteIdeaNeeds, viewer: Viewer, input: PromoteIdeaInput): Promise<StoredIdea> {
  return needs.command(
    { command: 'promoteIdea', viewer, input },
    async (tx) => {
      const names = await needs.directory.now()
      const before = await needs.ideas.get(viewer, input.id, tx)
      const body = names.bodies.get(before.bodyId)
      if (!body) throw new Refusal('not-found')
      const type = input.to === 'action' ? 'Action' : 'WorkArea'
      const after = promote(viewer, body, before, { type, id: input.newId }, tx.at)
      // The idea first: it is what the command is about.
      const saved = await needs.ideas.save(tx, before, after, officeFor(viewer, 'rule', { space: 'body', body }))
      const title = input.title?.trim() || before.text
      if (type === 'Action') await needs.raiseAction(tx, viewer, { id: input.newId, bodyId: body.id, title })
      else await needs.proposeArea(tx, viewer, { ...areaOf(input, body.id, names.workstreams), title: { en: title } })
      return saved
    },
    (id) => needs.ideas.get(viewer, id),
  )
}

function areaOf({ newId, phaseId }: PromoteIdeaInput, bodyId: string, workstreams: ReadonlyMap<string, string>) {
  const [workstreamId] = [...workstreams].find(([, body]) => body === bodyId) ?? []
  if (!workstreamId || !phaseId) throw new Refusal('malformed', { field: 'phaseId' })
  return { id: newId, workstreamId, phaseId }
}
