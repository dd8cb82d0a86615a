import type { Viewer } from '@camau/domain'
import type { Config } from './config.js'
import { ChangeResolver } from './features/changes/change.resolver.js'
import { type Counters, CountsResolver } from './features/registers/counts.resolver.js'
import type { Searchable, SearchSource } from './features/search/search.js'
import { SearchResolver } from './features/search/search.resolver.js'
import { ViewerResolver } from './features/viewer/viewer.resolver.js'
import type { createFeatures } from './features.js'
import type { Foundations } from './foundations.js'
import { FieldVersionResolver } from './platform/graphql/field-version.js'
import { OwnerResolver } from './platform/graphql/owner.js'
import { SourceResolver } from './platform/graphql/source.js'

type Features = ReturnType<typeof createFeatures>

/** Every resolver of the schema, ready made: those of the features, and those that look across them. */
export function allResolvers(foundations: Foundations, made: Features, config: Config): object[] {
  const { directory, people, changes, changeStore } = foundations
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
    new SearchResolver(searchSources(foundations, made)),
    ...made.features.flatMap(({ resolvers }) => resolvers),
  ]
}

function counters(
  { bodies, registers }: Foundations,
  { actions, decisions, legacy, dependencies }: Features,
): Counters {
  const within = ({ legacyItemId }: { legacyItemId: string | null }) => legacyItemId !== null
  return {
    bodies: async () => (await bodies.all()).size,
    actions: async (viewer) => (await actions.list(viewer)).length,
    legacyItems: async (viewer) => (await legacy.items(viewer)).length,
    commitments: async (viewer) => (await legacy.commitments(viewer)).filter(within).length,
    furtherCommitments: async (viewer) => (await legacy.commitments(viewer)).filter((one) => !within(one)).length,
    dependencies: async () => (await dependencies.all()).length,
    funding: async () => (await registers.funding.all()).length,
    indicators: async () => (await registers.indicators.all()).length,
    correspondence: async () => (await registers.correspondence.all()).length,
    publications: async () => (await registers.publications.all()).length,
    timeline: async () => (await registers.timeline.all()).length,
    glossary: async () => (await registers.glossary.all()).length,
    decisions: async (viewer) => (await decisions.list(viewer)).length,
    workAreas: async () => (await registers.workAreas.all()).length,
  }
}

function searchSources(
  { bodies, registers }: Foundations,
  { actions, legacy, meetings, decisions }: Features,
): SearchSource[] {
  const source = <T>(
    name: SearchSource['name'],
    read: (viewer: Viewer) => Promise<Iterable<T>>,
    see: (record: T) => Searchable,
  ) => ({
    name,
    read: async (viewer: Viewer) => Array.from(await read(viewer), see),
  })
  return [
    source('Action', actions.list, ({ record }) => ({ id: record.id, texts: [record.title, String(record.number)] })),
    source('LegacyItem', legacy.items, ({ id, title, titleInConclusion, problem }) => ({
      id,
      texts: [title.en, title.cy, titleInConclusion?.en, titleInConclusion?.cy, problem],
    })),
    source('Commitment', legacy.commitments, ({ id, text }) => ({ id, texts: [text] })),
    source(
      'Body',
      async () => (await bodies.all()).values(),
      ({ _id, name, alsoKnownAs }) => ({
        id: _id,
        texts: [name.en, name.cy, ...alsoKnownAs],
      }),
    ),
    source('Meeting', meetings.list, ({ record }) => ({
      id: record.id,
      texts: [record.title, record.place, ...record.agenda.map(({ title }) => title)],
    })),
    source('Decision', decisions.list, ({ id, text }) => ({ id, texts: [text] })),
    source('Publication', registers.publications.all, ({ _id, title }) => ({ id: _id, texts: [title.en, title.cy] })),
    source('Term', registers.glossary.all, ({ _id, abbreviation, term, alsoPrinted }) => ({
      id: _id,
      texts: [abbreviation, term.en, term.cy, ...alsoPrinted],
    })),
  ]
}
