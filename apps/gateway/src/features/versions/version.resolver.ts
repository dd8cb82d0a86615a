import { limits, Refusal, type Viewer, whyNotRedact } from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { VersionRecord } from '../../live/document.model.js'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { compareVersions, readVersion } from './compare-versions.js'
import { keepVersion } from './keep-version.js'
import { previewRedaction } from './preview-redaction.js'
import { redactDocument } from './redact-document.js'
import { type RestoreNeeds, restoreVersion } from './restore-version.js'
import { authorType, redactionType, textType, versionType } from './version.shape.js'
import {
  ClientAuthorType,
  DocumentRedactionType,
  DocumentVersionsType,
  DocumentVersionType,
  KeepVersionInput,
  RedactDocumentInput,
  RedactionPreviewType,
  TextAuthorType,
  VersionComparisonType,
  VersionTextType,
} from './version.type.js'
import { getVersion, textAtHand } from './version-needs.js'

type Person = Entities['Person']

@Resolver(() => DocumentVersionType)
export class VersionResolver {
  constructor(private readonly needs: RestoreNeeds) {}

  @Query(() => DocumentVersionsType, {
    description:
      'The kept versions of a text, the newest first. Refused: not-found, also for a text the viewer may not open now.',
  })
  async documentVersions(
    @Arg('documentId', () => ID) documentId: string,
    @Arg('first', () => Int, { defaultValue: limits.pageDefault, description: 'At most 100.' }) first: number,
    @Arg('after', () => ID, { nullable: true, description: 'Id of the last version of the page before.' }) after:
      | string
      | null,
    @Ctx() { viewer }: Context,
  ): Promise<DocumentVersionsType> {
    if (first < 1 || first > limits.page) throw new Refusal('malformed', { field: 'first', limit: limits.page })
    const { history, redactions } = this.needs
    const { id, subject, whyNotWrite } = await textAtHand(this.needs, viewer, documentId)
    const before = after ? (await getVersion(this.needs, viewer, after)).version : null
    const found = await history.versions.list(id, { first: first + 1, before })
    return Object.assign(new DocumentVersionsType(), {
      totalCount: await history.versions.count(id),
      nodes: found.slice(0, first).map((one) => versionType(one, subject)),
      hasNextPage: found.length > first,
      writable: whyNotWrite === null,
      redactable: whyNotRedact(viewer) === null,
      redactions: (await redactions.all()).filter((one) => one.documentId === id).map(redactionType),
    })
  }

  @Query(() => DocumentVersionType, { description: 'Refused: not-found, also for a text the viewer may not open now.' })
  async documentVersion(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<DocumentVersionType> {
    return this.shown(viewer, (await getVersion(this.needs, viewer, id)).version)
  }

  @Query(() => VersionComparisonType, {
    description:
      'What became of a text between two of its versions, by block and by word, with who wrote each run and when. Refused: malformed for versions of two texts.',
  })
  async compareVersions(
    @Arg('from', () => ID) fromId: string,
    @Arg('to', () => ID, { nullable: true, description: 'Left out: the text as it is now.' }) toId: string | null,
    @Ctx() { viewer }: Context,
  ): Promise<VersionComparisonType> {
    const { blocks, authors, text, from, to, ...counts } = await compareVersions(this.needs, viewer, fromId, toId)
    const compared = textType(new VersionComparisonType(), blocks, authors, await this.needs.directory.now())
    return Object.assign(compared, counts, {
      from: versionType(from, text.subject),
      to: to && versionType(to, text.subject),
    })
  }

  @Query(() => [ClientAuthorType], {
    description: 'Who wrote in a text: whose each Yjs client id is, so that a live copy can say it of every character.',
  })
  async documentAuthors(
    @Arg('documentId', () => ID) documentId: string,
    @Ctx() { viewer }: Context,
  ): Promise<ClientAuthorType[]> {
    const { id } = await textAtHand(this.needs, viewer, documentId)
    const { people } = await this.needs.directory.now()
    const authors = await this.needs.history.authors(id)
    return [...authors.clients.values()].map(({ clientId, at }) =>
      Object.assign(new ClientAuthorType(), authorType(authors.of(clientId, 0).personId, people), {
        clientId,
        since: at,
      }),
    )
  }

  @Query(() => RedactionPreviewType, {
    description:
      'How often passages stand in a text, for those who may take them out. Refused: not-permitted, text-needed, too-long.',
  })
  redactionPreview(
    @Arg('documentId', () => ID) documentId: string,
    @Arg('passages', () => [String]) passages: string[],
    @Ctx() { viewer }: Context,
  ): Promise<RedactionPreviewType> {
    return previewRedaction(this.needs, viewer, documentId, passages)
  }

  @Mutation(() => DocumentVersionType, {
    description:
      'Keeps a text as it stands, under a name; for those who may write in it now. Refused: text-needed, too-long.',
  })
  async keepVersion(@Arg('input', () => KeepVersionInput) input: KeepVersionInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, await keepVersion(this.needs, viewer, input))
  }

  @Mutation(() => DocumentVersionType, {
    description:
      'Brings a version back as one more edit of the text as it is now, for those who may write in it; gives the version that was kept just before, which undoes it. Refused: already-so, minutes-agreed.',
  })
  async restoreVersion(@Arg('input', () => ActionInput) input: ActionInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, await restoreVersion(this.needs, viewer, input))
  }

  @Mutation(() => DocumentRedactionType, {
    description:
      'Takes passages out of a text, its log and all its versions for good; by the secretariat, with a reason. What remains begins a new history. Refused: not-permitted, reason-needed, not-in-the-text.',
  })
  async redactDocument(
    @Arg('input', () => RedactDocumentInput) input: RedactDocumentInput,
    @Ctx() { viewer }: Context,
  ) {
    return redactionType(await redactDocument(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Person'), { nullable: true, description: 'null: nobody in person, as at night.' })
  by(@Root() { personId }: DocumentVersionType, @Ctx() { load }: Context): Promise<Person | null> {
    return load.find('Person', personId)
  }

  @FieldResolver(() => VersionTextType, { description: 'What it says, and who wrote it.' })
  async text(@Root() { id }: DocumentVersionType, @Ctx() { viewer }: Context): Promise<VersionTextType> {
    const { blocks, authors } = await readVersion(this.needs, viewer, id)
    return textType(new VersionTextType(), blocks, authors, await this.needs.directory.now())
  }

  private async shown(viewer: Viewer, version: VersionRecord): Promise<DocumentVersionType> {
    return versionType(version, (await textAtHand(this.needs, viewer, version.documentId)).subject)
  }
}

@Resolver(() => DocumentRedactionType)
export class RedactionResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: DocumentRedactionType, @Ctx() { load }: Context): Promise<Person> {
    return load.get('Person', personId)
  }
}

@Resolver(() => TextAuthorType)
export class TextAuthorResolver {
  @FieldResolver(() => entity('Person'), { nullable: true })
  person(@Root() { personId }: TextAuthorType, @Ctx() { load }: Context): Promise<Person | null> {
    return load.find('Person', personId)
  }
}

@Resolver(() => ClientAuthorType)
export class ClientAuthorResolver {
  @FieldResolver(() => entity('Person'), { nullable: true })
  person(@Root() { personId }: ClientAuthorType, @Ctx() { load }: Context): Promise<Person | null> {
    return load.find('Person', personId)
  }
}
