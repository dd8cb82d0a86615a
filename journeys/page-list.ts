import { readFileSync } from 'node:fs'

/** Every route of the web app, and for each a record to open it on. A route that is missing here fails the test. */
export const pages: Readonly<Record<string, string>> = {
  '/': '/',
  '/welcome': '/welcome',
  '/bodies': '/bodies',
  '/bodies/:id': '/bodies/body-ws-2',
  '/actions': '/actions',
  '/actions/:id': '/actions/act-brand-launch',
  '/inbox': '/inbox',
  '/waiting': '/waiting',
  '/meetings': '/meetings',
  '/meetings/:id': '/meetings/{meeting}',
  '/meetings/:id/run': '/meetings/{meeting}/run',
  '/meetings/:id/read-back': '/meetings/{meeting}/read-back',
  '/meetings/:id/minutes': '/meetings/{meeting}/minutes',
  '/decisions': '/decisions',
  '/decisions/:number': '/decisions/1',
  '/procedures': '/procedures',
  '/procedures/:id': '/procedures/{procedure}',
  '/legacy': '/legacy',
  '/legacy/hand-over': '/legacy/hand-over',
  '/legacy/hand-over/:id': '/legacy/hand-over/{pack}',
  '/legacy/:id': '/legacy/legacy-2',
  '/dependencies': '/dependencies',
  '/radar': '/radar',
  '/dependencies/map': '/dependencies/map',
  '/phases': '/phases',
  '/work-areas': '/work-areas',
  '/publications': '/publications',
  '/funding': '/funding',
  '/measures': '/measures',
  '/measures/:id': '/measures/measure-removed-ld',
  '/data-requests': '/data-requests',
  '/evidence': '/evidence',
  '/good-practice': '/good-practice',
  '/learning': '/learning',
  '/indicators': '/indicators',
  '/correspondence': '/correspondence',
  '/correspondence/:id': '/correspondence/corr-2019-06-21-cype-fm',
  '/recommendations': '/recommendations',
  '/reports': '/reports',
  '/timeline': '/timeline',
  '/glossary': '/glossary',
  '/people': '/people',
  '/versions/:kind/:id': '/versions/minutes/{meeting}',
  '/search': '/search?q=plant',
  '/go/:reference': '/go/A60',
}

/** The routes as the web app declares them. */
export function declaredRoutes(): string[] {
  const source = readFileSync(new URL('../apps/web/src/pages.ts', import.meta.url), 'utf8')
  return [...source.matchAll(/\['(\/[^']*)', page\(/g)].map(([, path]) => path ?? '')
}
