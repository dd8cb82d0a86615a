import { folded, isUnlinked, type Viewer } from '@camau/domain'
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import type { Directory } from '../../platform/directory.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { OwnerType, ownerType } from '../../platform/graphql/owner.js'
import type { RecordStore } from '../../platform/record-store.js'
import { addFinding } from './add-finding.js'
import { addGoodPractice } from './add-good-practice.js'
import { addLesson } from './add-lesson.js'
import { citeFinding } from './cite-finding.js'
import type { StoredFinding, StoredLesson, StoredPractice } from './evidence.kinds.js'
import {
  AddFindingInput,
  AddGoodPracticeInput,
  AddLessonInput,
  CiteFindingInput,
  EvidenceGapsType,
  FindingType,
  GoodPracticeType,
  LessonType,
  PublishGoodPracticeInput,
  SetPracticeReviewInput,
} from './evidence.type.js'
import type { EvidenceNeeds } from './evidence-needs.js'
import { publishGoodPractice } from './publish-good-practice.js'
import { setPracticeReview } from './set-practice-review.js'

@Resolver(() => FindingType)
export class FindingResolver {
  constructor(
    private readonly needs: EvidenceNeeds,
    private readonly store: RecordStore<StoredFinding>,
  ) {}

  @Query(() => [FindingType])
  async findings(@Ctx() { viewer }: Context): Promise<FindingType[]> {
    return (await this.store.list(viewer)).map(findingType)
  }

  @FieldResolver(() => [entity('Action')], { description: 'Actions that rest on it.' })
  actions(@Root() { stored }: FindingType, @Ctx() { load }: Context): Promise<Entities['Action'][]> {
    return load.list('Action', stored.actionIds)
  }

  @FieldResolver(() => [entity('Decision')], { description: 'Decisions that rest on it, advice among them.' })
  decisions(@Root() { stored }: FindingType, @Ctx() { load }: Context): Promise<Entities['Decision'][]> {
    return load.list('Decision', stored.decisionIds)
  }

  @FieldResolver(() => entity('Publication'), { nullable: true })
  publication(@Root() { stored }: FindingType, @Ctx() { load }: Context): Promise<Entities['Publication'] | null> {
    return load.find('Publication', stored.publicationId)
  }

  @Mutation(() => FindingType)
  async addFinding(@Arg('input', () => AddFindingInput) input: AddFindingInput, @Ctx() { viewer }: Context) {
    return findingType(await addFinding(this.needs, viewer, input))
  }

  @Mutation(() => FindingType)
  async citeFinding(@Arg('input', () => CiteFindingInput) input: CiteFindingInput, @Ctx() { viewer }: Context) {
    return findingType(await citeFinding(this.needs, viewer, input))
  }
}

@Resolver(() => EvidenceGapsType)
export class EvidenceGapsResolver {
  constructor(
    private readonly store: RecordStore<StoredFinding>,
    private readonly actionIdsOf: (viewer: Viewer) => Promise<readonly string[]>,
  ) {}

  @Query(() => EvidenceGapsType)
  async evidenceGaps(@Ctx() { viewer }: Context): Promise<EvidenceGapsType> {
    const findings = await this.store.list(viewer)
    const cited = new Set(findings.flatMap(({ actionIds }) => actionIds))
    const actionIds = (await this.actionIdsOf(viewer)).filter((id) => !cited.has(id))
    return Object.assign(new EvidenceGapsType(), { findings: findings.filter(isUnlinked).map(findingType), actionIds })
  }

  @FieldResolver(() => [entity('Action')], { description: 'Actions that cite no finding.' })
  actions(@Root() { actionIds }: EvidenceGapsType, @Ctx() { load }: Context): Promise<Entities['Action'][]> {
    return load.list('Action', actionIds)
  }
}

@Resolver(() => LessonType)
export class LessonResolver {
  constructor(
    private readonly needs: EvidenceNeeds,
    private readonly store: RecordStore<StoredLesson>,
  ) {}

  @Query(() => [LessonType], { description: 'The latest session first; with words, those that have all of them.' })
  async lessons(
    @Arg('text', () => String, { nullable: true }) text: string | null,
    @Ctx() { viewer }: Context,
  ): Promise<LessonType[]> {
    const needles = folded(text ?? '')
      .split(/\s+/)
      .filter(Boolean)
    const has = (lesson: StoredLesson) => {
      const words = folded(
        [lesson.session, lesson.topic, lesson.text, lesson.authority, ...lesson.sharedWith].join(' '),
      )
      return needles.every((needle) => words.includes(needle))
    }
    return (await this.store.list(viewer)).filter(has).map(lessonType)
  }

  @Mutation(() => LessonType)
  async addLesson(@Arg('input', () => AddLessonInput) input: AddLessonInput, @Ctx() { viewer }: Context) {
    return lessonType(await addLesson(this.needs, viewer, input))
  }
}

@Resolver(() => GoodPracticeType)
export class GoodPracticeResolver {
  constructor(
    private readonly needs: EvidenceNeeds & { directory: Directory },
    private readonly store: RecordStore<StoredPractice>,
  ) {}

  @Query(() => [GoodPracticeType])
  async goodPractice(@Ctx() { viewer }: Context): Promise<GoodPracticeType[]> {
    return (await this.store.list(viewer)).map(practiceType)
  }

  @FieldResolver(() => OwnerType, { nullable: true })
  async owner(@Root() { stored }: GoodPracticeType): Promise<OwnerType | null> {
    return stored.owner && ownerType(stored.owner, await this.needs.directory.now())
  }

  @Mutation(() => GoodPracticeType)
  async addGoodPractice(
    @Arg('input', () => AddGoodPracticeInput) input: AddGoodPracticeInput,
    @Ctx() { viewer }: Context,
  ) {
    return practiceType(await addGoodPractice(this.needs, viewer, input))
  }

  @Mutation(() => GoodPracticeType)
  async setPracticeReview(
    @Arg('input', () => SetPracticeReviewInput) input: SetPracticeReviewInput,
    @Ctx() { viewer }: Context,
  ) {
    return practiceType(await setPracticeReview(this.needs, viewer, input))
  }

  @Mutation(() => GoodPracticeType, { description: 'Refused without an owner or a review date (row 63).' })
  async publishGoodPractice(
    @Arg('input', () => PublishGoodPracticeInput) input: PublishGoodPracticeInput,
    @Ctx() { viewer }: Context,
  ) {
    return practiceType(await publishGoodPractice(this.needs, viewer, input))
  }
}

export const findingType = (stored: StoredFinding): FindingType =>
  Object.assign(new FindingType(), { ...stored, unlinked: isUnlinked(stored), stored })
export const lessonType = (stored: StoredLesson): LessonType => Object.assign(new LessonType(), stored)
export const practiceType = (stored: StoredPractice): GoodPracticeType =>
  Object.assign(new GoodPracticeType(), { ...stored, stored })
