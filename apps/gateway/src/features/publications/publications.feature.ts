import {
  type ActionStatus,
  fitting,
  implementationOf,
  isOut,
  officeFor,
  Refusal,
  staged,
  stageOf,
  type Viewer,
  whyNotWriteEvidence,
} from '@camau/domain'
import type { Connection } from 'mongoose'
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Bus } from '../../platform/bus.js'
import type { Command, Transaction } from '../../platform/command.js'
import type { Context } from '../../platform/context.js'
import type { Directory, Names } from '../../platform/directory.js'
import type { Feature } from '../../platform/feature.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { OwnerType, ownerOf, ownerType } from '../../platform/graphql/owner.js'
import { newRecordId } from '../../platform/record-id.js'
import { createRecordStore, type RecordStore } from '../../platform/record-store.js'
import { evidencePlace } from '../../platform/register-place.js'
import { publicationStateKind, type StoredPublicationState } from './publication-state.kind.js'
import {
  AddPublicationInput,
  ImplementationEnum,
  PublicationStateType,
  ReportUptakeInput,
  SetPublicationStateInput,
} from './publication-state.type.js'

interface PrintedPublication {
  id: string
  status: string
  workstreamId: string | null
}

interface Needs {
  db: Connection
  bus: Bus
  now: () => Date
  command: Command
  directory: Directory
  printed: () => Promise<readonly PrintedPublication[]>
  /** Statuses of those of the actions that the viewer may see. */
  statusesOf: (viewer: Viewer, actionIds: readonly string[]) => Promise<readonly ActionStatus[]>
}

@Resolver(() => PublicationStateType)
class PublicationStateResolver {
  constructor(
    private readonly needs: Needs,
    private readonly store: RecordStore<StoredPublicationState>,
  ) {}

  @FieldResolver(() => OwnerType, { nullable: true })
  async owner(@Root() { stored }: PublicationStateType): Promise<OwnerType | null> {
    return stored.owner && ownerType(stored.owner, await this.needs.directory.now())
  }

  @FieldResolver(() => [entity('Action')], { description: 'What puts it into use.' })
  actions(@Root() { stored }: PublicationStateType, @Ctx() { load }: Context): Promise<Entities['Action'][]> {
    return load.list('Action', stored.actionIds)
  }

  @FieldResolver(() => ImplementationEnum)
  async implementation(@Root() { stored }: PublicationStateType, @Ctx() { viewer }: Context) {
    return implementationOf(await this.needs.statusesOf(viewer, stored.actionIds))
  }

  @Mutation(() => PublicationStateType)
  async addPublication(
    @Arg('input', () => AddPublicationInput) input: AddPublicationInput,
    @Ctx() { viewer }: Context,
  ): Promise<PublicationStateType> {
    const { title, kind } = { title: fitting('title', input.title), kind: fitting('label', input.kind) }
    if (!title || !kind) throw new Refusal('text-needed')
    const added = { title, kind, link: fitting('place', input.link ?? null) || null }
    const given = { id: newRecordId(input.id), status: 'planned', workstreamId: input.workstreamId ?? null }
    const record = { ...nothingYet(given), added, stage: 'planned', audience: 'member', version: 1 } as const
    const kept = await this.needs.command(
      { command: 'addPublication', viewer, input },
      async (tx) => this.store.add(tx, record, writer(viewer, record, await this.needs.directory.now())),
      (id) => this.store.get(viewer, id),
    )
    return stateType(kept, given)
  }

  @Mutation(() => PublicationStateType)
  async setPublicationState(
    @Arg('input', () => SetPublicationStateInput) input: SetPublicationStateInput,
    @Ctx() { viewer }: Context,
  ): Promise<PublicationStateType> {
    const { stage, edition, owner, translation, actionIds = [] } = input
    const known = await this.needs.statusesOf(viewer, actionIds ?? [])
    if (known.length < (actionIds ?? []).length) throw new Refusal('not-found')
    return this.change('setPublicationState', viewer, input, (state, _, names) => ({
      ...(stage ? staged(viewer, state, stage) : state),
      edition: fitting('label', edition ?? null) || state.edition,
      owner: owner ? ownerOf(owner, names) : state.owner,
      translation: translation ?? state.translation,
      actionIds: [...new Set([...state.actionIds, ...(actionIds ?? [])])],
    }))
  }

  @Mutation(() => PublicationStateType)
  async reportUptake(
    @Arg('input', () => ReportUptakeInput) input: ReportUptakeInput,
    @Ctx() { viewer }: Context,
  ): Promise<PublicationStateType> {
    const text = fitting('progress', input.text)
    if (!text) throw new Refusal('text-needed')
    return this.change('reportUptake', viewer, input, (state, { at }) => ({
      ...state,
      uptake: [...state.uptake, { at, personId: viewer.personId, text }],
    }))
  }

  /** What was recorded of a document so far, or the first thing that is. */
  private async change(
    command: string,
    viewer: Viewer,
    input: { mutationId: string; id: string },
    step: (state: StoredPublicationState, tx: Transaction, names: Names) => StoredPublicationState,
  ): Promise<PublicationStateType> {
    const printed = await this.documentOf(viewer, input.id)
    const kept = await this.needs.command(
      { command, viewer, input },
      async (tx) => {
        const names = await this.needs.directory.now()
        const office = writer(viewer, printed, names)
        const before = (await this.store.all()).find(({ id }) => id === input.id)
        if (before) return this.store.save(tx, before, step(before, tx, names), office)
        return this.store.add(tx, { ...step(nothingYet(printed), tx, names), version: 1 }, office)
      },
      (id) => this.store.get(viewer, id),
    )
    return stateType(kept, printed)
  }

  /** A document that was added here, as far as the viewer may see it, or one of those that are printed. */
  private async documentOf(viewer: Viewer, id: string): Promise<PrintedPublication> {
    const added = (await this.store.list(viewer)).find((one) => one.id === id && one.added)
    return added ? { ...added, status: 'planned' } : printedOf(this.needs, id)
  }
}

/** The office by which somebody writes in the register there. */
function writer(viewer: Viewer, document: { workstreamId: string | null }, names: Names) {
  const place = evidencePlace(document, names)
  if (!place) throw new Refusal('not-found')
  const refusal = whyNotWriteEvidence(viewer, place)
  if (refusal) throw new Refusal(refusal)
  return officeFor(viewer, 'write', place)
}

@Resolver(() => entity('Publication'))
class PublicationFieldsResolver {
  constructor(
    private readonly needs: Needs,
    private readonly store: RecordStore<StoredPublicationState>,
  ) {}

  @FieldResolver(() => PublicationStateType)
  async state(@Root() { id }: Entities['Publication']): Promise<PublicationStateType> {
    const kept = (await this.store.all()).find((one) => one.id === id)
    if (kept?.added) return stateType(kept, { ...kept, status: 'planned' })
    const printed = await printedOf(this.needs, id)
    return stateType(kept ?? nothingYet(printed), printed)
  }
}

async function printedOf({ printed }: Needs, id: string): Promise<PrintedPublication> {
  const found = (await printed()).find((one) => one.id === id)
  if (!found) throw new Refusal('not-found')
  return found
}

// The publications are public, and so is where they stand.
const nothingYet = ({ id, workstreamId }: PrintedPublication): StoredPublicationState => ({
  id,
  workstreamId,
  added: null,
  stage: null,
  edition: null,
  owner: null,
  translation: 'not-stated',
  actionIds: [],
  uptake: [],
  audience: 'public',
  version: 0,
})

function stateType(stored: StoredPublicationState, { status }: PrintedPublication): PublicationStateType {
  const stage = stored.stage ?? stageOf(status)
  return Object.assign(new PublicationStateType(), { ...stored, stage, published: isOut(stage), stored })
}

/** What became of documents: their stage, edition, owner and translation, and whether they are in use. */
export function createPublications(needs: Needs) {
  const store = createRecordStore(needs, publicationStateKind)
  const feature: Feature = {
    resolvers: [new PublicationStateResolver(needs, store), new PublicationFieldsResolver(needs, store)],
    sources: {},
  }
  return {
    ...feature,
    /** Documents that were added here, as far as the viewer may see them. */
    added: async (viewer: Viewer) =>
      (await store.list(viewer)).flatMap(({ id, added, workstreamId }) =>
        added ? [{ ...added, id, workstreamId }] : [],
      ),
  }
}
