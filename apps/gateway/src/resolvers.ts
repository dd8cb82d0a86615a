import type { Config } from './config.js'
import { ChangeResolver } from './features/changes/change.resolver.js'
import { listDependencies } from './features/dependencies/list-dependencies.js'
import { type Counters, CountsResolver } from './features/registers/counts.resolver.js'
import { type FindNumbered, SearchResolver } from './features/search/search.resolver.js'
import { createSearchIndex } from './features/search/search-index.js'
import { ViewerResolver } from './features/viewer/viewer.resolver.js'
import type { createFeatures } from './features.js'
import type { Foundations } from './foundations.js'
import { FieldVersionResolver } from './platform/graphql/field-version.js'
import { OwnerResolver } from './platform/graphql/owner.js'
import { SourceResolver } from './platform/graphql/source.js'
import { type SearchSource, searchSource } from './platform/search-source.js'

type Features = ReturnType<typeof createFeatures>

/** Every resolver of the schema, ready made: those of the features, and those that look across them. */
export function allResolvers(foundations: Foundations, made: Features, config: Config): object[] {
  const { directory, people, changes, changeStore } = foundations
  const index = createSearchIndex(
    [...searchSources(foundations, made), ...made.features.flatMap(({ search }) => search ?? [])],
    made.documentTexts,
  )
  index.warm()
  return [
    new OwnerResolver(),
    new FieldVersionResolver(),
    new SourceResolver(),
    new ViewerResolver({
      directory,
      demo: config.demo,
      languageOf: (id) => people.languageOf(id),
      setLanguage: (id, language) => people.setLanguage(id, language),
    }),
    new ChangeResolver(changes, changeStore),
    new CountsResolver(counters(foundations, made)),
    new SearchResolver(index, numbered(made)),
    ...made.features.flatMap(({ resolvers }) => resolvers),
  ]
}

function counters(
  { bodies, registers, directory }: Foundations,
  { actions, decisions, legacy, dependencies, workAreas, addedPublications, countLetters }: Features,
): Counters {
  const within = ({ legacyItemId }: { legacyItemId: string | null }) => legacyItemId !== null
  return {
    bodies: async (viewer) => (await bodies.visible(viewer)).length,
    actions: async (viewer) => (await actions.list(viewer)).length,
    legacyItems: async (viewer) => (await legacy.items(viewer)).length,
    commitments: async (viewer) => (await legacy.commitments(viewer)).filter(within).length,
    furtherCommitments: async (viewer) => (await legacy.commitments(viewer)).filter((one) => !within(one)).length,
    dependencies: async (viewer, load) =>
      (await listDependencies(await dependencies.all(), {}, { viewer, load }, await directory.now())).length,
    funding: async () => (await registers.funding.all()).length,
    indicators: async () => (await registers.indicators.all()).length,
    correspondence: countLetters,
    publications: async (viewer) =>
      (await registers.publications.all()).length + (await addedPublications(viewer)).length,
    timeline: async () => (await registers.timeline.all()).length,
    glossary: async () => (await registers.glossary.all()).length,
    decisions: async (viewer) => (await decisions.list(viewer)).length,
    workAreas: async (viewer) => (await workAreas.list(viewer)).length,
  }
}

/** Records that people know by a number. */
function numbered({ actions, decisions, legacy }: Features): FindNumbered {
  return async (viewer, kind, number) => {
    if (kind === 'Action')
      return (await actions.list(viewer)).find(({ record }) => record.number === number)?.record.id ?? null
    const list = kind === 'Decision' ? await decisions.list(viewer) : await legacy.items(viewer)
    return list.find((one) => one.number === number)?.id ?? null
  }
}

/** Everything people look for, in the order in which equals are shown. */
function searchSources(
  { bodies, registers }: Foundations,
  { actions, legacy, meetings, decisions }: Features,
): SearchSource[] {
  const everybody =
    <T>(all: () => Promise<Iterable<T>>, idOf: (one: T) => string) =>
    async () =>
      Array.from(await all(), idOf)
  const allBodies = async () => (await bodies.all()).values()
  return [
    searchSource(
      'Action',
      actions.listAll,
      ({ id, number, title }) => ({ id, texts: [title, String(number)] }),
      async (viewer) => (await actions.list(viewer)).map(({ record }) => record.id),
      'action',
    ),
    searchSource(
      'LegacyItem',
      legacy.allItems,
      ({ id, title, titleInConclusion, problem }) => ({
        id,
        texts: [title.en, title.cy, titleInConclusion?.en, titleInConclusion?.cy, problem],
      }),
      async (viewer) => (await legacy.items(viewer)).map(({ id }) => id),
      'legacy',
    ),
    searchSource(
      'Commitment',
      legacy.allCommitments,
      ({ id, text }) => ({ id, texts: [text] }),
      async (viewer) => (await legacy.commitments(viewer)).map(({ id }) => id),
    ),
    searchSource(
      'Body',
      async () => [...(await bodies.all()).values()],
      ({ _id, name, alsoKnownAs }) => ({ id: _id, texts: [name.en, name.cy, ...alsoKnownAs] }),
      everybody(allBodies, ({ _id }) => _id),
    ),
    searchSource(
      'Meeting',
      meetings.listAll,
      ({ id, title, place, agenda }) => ({ id, texts: [title, place, ...agenda.map(({ title }) => title)] }),
      async (viewer) => (await meetings.list(viewer)).map(({ record }) => record.id),
      'minutes',
    ),
    searchSource(
      'Decision',
      decisions.listAll,
      ({ id, text }) => ({ id, texts: [text] }),
      async (viewer) => (await decisions.list(viewer)).map(({ id }) => id),
    ),
    searchSource(
      'Publication',
      registers.publications.all,
      ({ _id, title }) => ({ id: _id, texts: [title.en, title.cy] }),
      everybody(registers.publications.all, ({ _id }) => _id),
    ),
    searchSource(
      'Term',
      registers.glossary.all,
      ({ _id, abbreviation, term, alsoPrinted }) => ({
        id: _id,
        texts: [abbreviation, term.en, term.cy, ...alsoPrinted],
      }),
      everybody(registers.glossary.all, ({ _id }) => _id),
    ),
    searchSource(
      'Correspondence',
      registers.correspondence.all,
      ({ _id, subject, ref, asks, answers }) => ({ id: _id, texts: [subject, ref, ...asks, ...answers] }),
      everybody(registers.correspondence.all, ({ _id }) => _id),
    ),
    searchSource(
      'Funding',
      registers.funding.all,
      ({ _id, title, purpose }) => ({ id: _id, texts: [title, purpose] }),
      everybody(registers.funding.all, ({ _id }) => _id),
    ),
    searchSource(
      'Indicator',
      registers.indicators.all,
      ({ _id, label, population, note }) => ({ id: _id, texts: [label, population, note] }),
      everybody(registers.indicators.all, ({ _id }) => _id),
    ),
  ]
}
