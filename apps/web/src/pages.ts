import type { ApolloClient } from '@apollo/client'
import type { ComponentType } from 'react'
import { splitAddress } from './platform/language'

/** A page, as `lazy` takes it. */
export type LoadPage = () => Promise<{ default: ComponentType }>

// Every page is a chunk of its own: the editor is not loaded by those who look at the action log.
function page<Name extends string>(name: Name, load: () => Promise<Record<Name, ComponentType>>): LoadPage {
  return async () => ({ default: (await load())[name] })
}

/**
 * Addresses stand after the language: `/en/actions/60`, `/cy/actions/60`.
 * Where features meet on a page, they are put together beside this file.
 */
export const pages: readonly [path: string, load: LoadPage][] = [
  ['/', page('HomePage', () => import('./features/home/home-page'))],
  ['/welcome', page('WelcomePage', () => import('./features/welcome/welcome-page'))],
  ['/bodies', page('BodiesPage', () => import('./features/registers/bodies-page'))],
  ['/bodies/:id', page('BodyPage', () => import('./body-route'))],
  ['/actions', page('ActionLogPage', () => import('./features/actions/action-log-page'))],
  ['/actions/:id', page('ActionPage', () => import('./action-route'))],
  ['/inbox', page('InboxPage', () => import('./inbox-route'))],
  ['/waiting', page('WaitingPage', () => import('./features/connection/waiting-page'))],
  ['/meetings', page('MeetingsPage', () => import('./features/meetings/meetings-page'))],
  ['/meetings/:id', page('MeetingPage', () => import('./meeting-route'))],
  ['/meetings/:id/run', page('RunPage', () => import('./features/meetings/run-page'))],
  ['/meetings/:id/read-back', page('ReadBackPage', () => import('./features/meetings/read-back-page'))],
  ['/meetings/:id/minutes', page('AgreedMinutesPage', () => import('./meeting-route'))],
  ['/decisions', page('DecisionsPage', () => import('./features/decisions/decisions-page'))],
  ['/decisions/:number', page('DecisionPage', () => import('./decision-route'))],
  ['/procedures', page('ProceduresPage', () => import('./features/procedures/procedures-page'))],
  ['/procedures/:id', page('ProcedurePage', () => import('./features/procedures/procedure-page'))],
  ['/legacy', page('LegacyPage', () => import('./features/legacy/legacy-page'))],
  ['/legacy/hand-over', page('HandOversPage', () => import('./features/legacy/hand-overs-page'))],
  ['/legacy/hand-over/:id', page('HandOverPage', () => import('./features/legacy/hand-over-page'))],
  ['/legacy/:id', page('LegacyItemPage', () => import('./legacy-item-route'))],
  ['/dependencies', page('DependenciesPage', () => import('./features/dependencies/dependencies-page'))],
  ['/radar', page('RadarPage', () => import('./features/dependencies/radar-page'))],
  ['/dependencies/map', page('MapPage', () => import('./features/dependencies/map-page'))],
  ['/phases', page('PhasesPage', () => import('./features/phases/phases-page'))],
  ['/work-areas', page('WorkAreasPage', () => import('./features/work-areas/work-areas-page'))],
  ['/publications', page('PublicationsPage', () => import('./features/registers/publications-page'))],
  ['/funding', page('FundingPage', () => import('./features/registers/funding-page'))],
  ['/measures', page('MeasuresPage', () => import('./features/measures/measures-page'))],
  ['/measures/:id', page('MeasurePage', () => import('./features/measures/measure-page'))],
  ['/data-requests', page('DataRequestsPage', () => import('./features/data-requests/data-requests-page'))],
  ['/evidence', page('EvidencePage', () => import('./features/evidence/evidence-page'))],
  ['/good-practice', page('GoodPracticePage', () => import('./features/evidence/good-practice-page'))],
  ['/learning', page('LearningPage', () => import('./features/evidence/learning-page'))],
  ['/indicators', page('IndicatorsPage', () => import('./features/registers/indicators-page'))],
  ['/correspondence', page('CorrespondencePage', () => import('./features/registers/correspondence-page'))],
  ['/correspondence/:id', page('LetterPage', () => import('./features/registers/letter-page'))],
  ['/recommendations', page('RecommendationsPage', () => import('./features/recommendations/recommendations-page'))],
  ['/reports', page('ReportsPage', () => import('./features/reports/reports-page'))],
  ['/timeline', page('TimelinePage', () => import('./features/registers/timeline-page'))],
  ['/glossary', page('GlossaryPage', () => import('./features/registers/glossary-page'))],
  ['/people', page('PeoplePage', () => import('./features/registers/people-page'))],
  ['/versions/:kind/:id', page('VersionsPage', () => import('./features/versions/versions-page'))],
  ['/search', page('SearchPage', () => import('./features/search/search-page'))],
  ['/go/:reference', page('GoPage', () => import('./features/search/go-page'))],
]

/** What a page asks for first, where that is worth asking before the page is drawn. */
const questions: Readonly<Record<string, (client: ApolloClient) => Promise<void>>> = {
  '/actions': async (client) => (await import('./features/actions/action-log-page')).expectAllActions(client),
}

/** Begins to load the page of an address, beside whatever else is under way. */
export function expectPage(path: string): void {
  const [, load] = pageAt(path) ?? []
  load?.().catch(ignored)
}

/** Asks the first question of the page of an address. */
export function expectRecords(client: ApolloClient, path: string): void {
  const [pattern = ''] = pageAt(path) ?? []
  questions[pattern]?.(client).catch(ignored)
}

// The page itself tries again, and says what is wrong.
const ignored = () => undefined

function pageAt(path: string) {
  const parts = splitAddress(path)?.rest.split('/') ?? []
  return pages.find(([pattern]) => {
    const wanted = pattern.split('/')
    return wanted.length === parts.length && wanted.every((part, i) => part.startsWith(':') || part === parts[i])
  })
}
