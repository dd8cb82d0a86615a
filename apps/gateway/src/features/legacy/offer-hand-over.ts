import { fitting, officeFor, proposeOwner, Refusal, type Viewer, whyNotOfferPack } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import { newRecordId } from '../../platform/record-id.js'
import { aboutHanded, type LegacyNeeds } from './change-legacy.js'
import type { PackStore, StoredPack } from './hand-over-pack.kind.js'
import type { OfferHandOverInput } from './hand-over-pack.type.js'
import type { HeldHanded } from './stored-legacy.js'

export type PackNeeds = LegacyNeeds & { packs: PackStore }

const mostItems = 200

/** Offers all of it in one step: the pack, and one proposal in the ledger of each item. */
export function offerHandOver(needs: PackNeeds, viewer: Viewer, input: OfferHandOverInput): Promise<StoredPack> {
  const { packs, legacy, command, notify } = needs
  return command(
    { command: 'offerHandOver', viewer, input },
    async (tx) => {
      const helds = await heldOf(needs, viewer, input, tx)
      const pack = newPack(viewer, input, helds, tx)
      const saved = await packs.add(tx, pack, officeFor(viewer, 'write', place))
      for (const [n, held] of helds.entries()) {
        const proposalId = pack.lines[n]?.proposalId ?? tx.newId()
        const after = proposeOwner(viewer, held, { kind: 'body', bodyId: pack.toBodyId }, proposalId, tx.at)
        await legacy.save(tx, held, after, officeFor(viewer, 'write', placeOf(held)))
      }
      const [first] = helds
      const to = [{ kind: 'body', bodyId: pack.toBodyId } as const]
      if (first) await notify(tx, [{ kind: 'hand-over', to, about: aboutHanded(first.record), text: pack.title }])
      return saved
    },
    (id) => packs.get(viewer, id),
  )
}

const place = { space: 'legacy', workstreamBodyId: null } as const
const placeOf = ({ workstreamBodyId }: HeldHanded) => ({ space: 'legacy', workstreamBodyId }) as const

async function heldOf(
  { legacy, directory }: PackNeeds,
  viewer: Viewer,
  { recordIds, fromBodyId, toBodyId }: OfferHandOverInput,
  tx: Transaction,
): Promise<HeldHanded[]> {
  const { bodies } = await directory.now()
  const [from, to] = [bodies.get(fromBodyId), bodies.get(toBodyId)]
  if (!from || !to) throw new Refusal('not-found')
  const ids = [...new Set(recordIds)]
  if (ids.length > mostItems) throw new Refusal('too-large', { limit: mostItems })
  const helds: HeldHanded[] = []
  for (const id of ids) helds.push(await legacy.get(viewer, id, tx))
  const refusal = whyNotOfferPack(viewer, helds, from, to)
  if (refusal) throw new Refusal(refusal)
  return helds
}

function newPack(viewer: Viewer, input: OfferHandOverInput, helds: HeldHanded[], tx: Transaction): StoredPack {
  const title = fitting('title', input.title)
  if (!title) throw new Refusal('text-needed')
  return {
    id: newRecordId(input.id),
    title,
    note: fitting('progress', input.note) || null,
    fromBodyId: input.fromBodyId,
    toBodyId: input.toBodyId,
    lines: helds.map(({ record }) => ({ recordId: record.id, proposalId: tx.newId() })),
    publicationIds: [...new Set(input.publicationIds ?? [])],
    offeredBy: viewer.personId,
    offeredAt: tx.at,
    withdrawn: null,
    audience: 'member',
    version: 1,
  }
}
