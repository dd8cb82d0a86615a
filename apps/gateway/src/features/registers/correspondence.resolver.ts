import { type LetterFacts, Refusal, type Viewer } from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { CorrespondenceType, correspondenceType, LetterShareType, letterType } from './correspondence.type.js'
import { draftReply } from './draft-reply.js'
import { DraftReplyInput, RecordLetterInput, ReviseLetterInput, ShareLetterInput } from './letter.inputs.js'
import { letterFacts, type StoredLetter } from './letter.kind.js'
import type { LetterNeeds } from './letter-needs.js'
import { factsFor, standing } from './letter-register.js'
import { recordLetter } from './record-letter.js'
import { reviseLetter } from './revise-letter.js'
import { sendLetter } from './send-letter.js'
import { shareLetter } from './share-letter.js'

@Resolver(() => CorrespondenceType)
export class CorrespondenceResolver {
  constructor(private readonly needs: LetterNeeds) {}

  @Query(() => [CorrespondenceType])
  correspondence(@Ctx() { viewer }: Context): Promise<CorrespondenceType[]> {
    return lettersFor(this.needs, viewer)
  }

  @Query(() => CorrespondenceType, { description: 'What you may not see: `not-found`.' })
  async letter(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<CorrespondenceType> {
    const found = (await lettersFor(this.needs, viewer)).find((one) => one.id === id)
    if (!found) throw new Refusal('not-found')
    return found
  }

  @Mutation(() => CorrespondenceType, { description: 'Puts a letter or written question into the register.' })
  async recordLetter(@Arg('input', () => RecordLetterInput) input: RecordLetterInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, await recordLetter(this.needs, viewer, input))
  }

  @Mutation(() => CorrespondenceType, { description: 'Begins a reply to one letter or several.' })
  async draftReply(@Arg('input', () => DraftReplyInput) input: DraftReplyInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, await draftReply(this.needs, viewer, input))
  }

  @Mutation(() => CorrespondenceType, {
    description:
      'Puts a draft in other words. Sent: `already-sent`; written by somebody else meanwhile: `changed-since`.',
  })
  async reviseLetter(@Arg('input', () => ReviseLetterInput) input: ReviseLetterInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, await reviseLetter(this.needs, viewer, input))
  }

  @Mutation(() => CorrespondenceType, {
    description: 'Signed off by the chair, or by the minister’s office whose it is.',
  })
  async sendLetter(@Arg('input', () => ActionInput) input: ActionInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, await sendLetter(this.needs, viewer, input))
  }

  @Mutation(() => CorrespondenceType, { description: 'A draft: `not-sent-yet`.' })
  async shareLetter(@Arg('input', () => ShareLetterInput) input: ShareLetterInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, await shareLetter(this.needs, viewer, input))
  }

  private async shown(viewer: Viewer, letter: StoredLetter): Promise<CorrespondenceType> {
    return letterType(letter, standing(letter.id, await factsAfter(this.needs, viewer, letter), this.needs.now()))
  }

  @FieldResolver(() => [CorrespondenceType], { description: 'What it replies to.' })
  repliesTo(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Correspondence'][]> {
    return load.list('Correspondence', letter.repliesToIds)
  }

  @FieldResolver(() => [CorrespondenceType], { description: 'What replies to it, once sent.' })
  replies(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Correspondence'][]> {
    return load.list('Correspondence', letter.replyIds)
  }

  @FieldResolver(() => [CorrespondenceType], {
    description: 'Replies to it that are being written, as far as you may see them.',
  })
  draftReplies(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Correspondence'][]> {
    return load.list('Correspondence', letter.draftIds)
  }

  @FieldResolver(() => [entity('Body')], { description: 'Bodies it was copied to.' })
  copiedTo(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    return load.list('Body', letter.ccBodyIds)
  }

  @FieldResolver(() => [LetterShareType], { description: 'The record of sharing.' })
  shares(@Root() { shareRows }: CorrespondenceType): LetterShareType[] {
    return shareRows.map((one) => Object.assign(new LetterShareType(), one))
  }

  @FieldResolver(() => entity('Body'), { nullable: true })
  from(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', letter.fromBodyId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  fromPerson(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', letter.fromPersonId)
  }

  @FieldResolver(() => entity('Body'), { nullable: true })
  to(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', letter.toBodyId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  toPerson(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', letter.toPersonId)
  }

  @FieldResolver(() => [entity('Person')])
  copied(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Person'][]> {
    return load.list('Person', letter.ccPersonIds)
  }

  @FieldResolver(() => [entity('Action')])
  actions(@Root() letter: CorrespondenceType, @Ctx() { load }: Context): Promise<Entities['Action'][]> {
    return load.list('Action', letter.actionIds)
  }
}

/** All letters for the viewer's eyes, printed ones first. */
export async function lettersFor(needs: LetterNeeds, viewer: Viewer): Promise<CorrespondenceType[]> {
  const all = await factsFor(needs, viewer)
  const printed = (await needs.printed.all()).map((one) => correspondenceType(one, standing(one._id, all, needs.now())))
  const added = (await needs.letters.list(viewer)).map((one) => letterType(one, standing(one.id, all, needs.now())))
  return [...printed, ...added]
}

/** The register with what a command has just changed, whatever lists have heard of it. */
async function factsAfter(needs: LetterNeeds, viewer: Viewer, letter: StoredLetter): Promise<LetterFacts[]> {
  return [...(await factsFor(needs, viewer)).filter(({ id }) => id !== letter.id), letterFacts(letter)]
}
