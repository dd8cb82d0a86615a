import type { ActionStatus, LocalText } from '@camau/domain'
import { domainName } from '../../platform/enums'
import type { SearchHitLineFragment } from './search.graphql'
import type { paletteWords } from './words'

export type Hit = SearchHitLineFragment
export type HitKind = keyof (typeof paletteWords)['en']['kinds']

/** One line of the palette: something to open, or to do. */
export interface Line {
  key: string
  kind: HitKind | 'do' | 'go' | 'recent'
  /** In both languages where there are two. */
  name: LocalText
  number?: number | string | null
  note?: string
  /** How far an action has come. */
  status?: ActionStatus
  href?: string
  run?: () => void
}

interface Say {
  day: (when: string) => string
  overdue: (day: string) => string
  ofItem: (n: number) => string
  content: (text: LocalText) => string
}

const english = (text: string): LocalText => ({ en: text, cy: null })

/** Where a hit leads and how it reads. */
export function lineOf(hit: Hit, say: Say): Line {
  const base = { key: `${hit.__typename}:${hit.id}`, kind: hit.__typename }
  switch (hit.__typename) {
    case 'Action':
      return {
        ...base,
        name: english(hit.title),
        number: hit.number,
        href: `/actions/${hit.id}`,
        status: domainName(hit.status),
        ...(hit.overdueSince ? { note: say.overdue(say.day(hit.overdueSince)) } : {}),
      }
    case 'LegacyItem':
      return { ...base, name: hit.name, number: hit.number, href: `/legacy/${hit.id}` }
    case 'Commitment':
      return {
        ...base,
        name: english(hit.text),
        number: hit.reference,
        href: hit.legacyItem ? `/legacy/${hit.legacyItem.id}#${hit.id}` : '/legacy',
        ...(hit.legacyItem ? { note: say.ofItem(hit.legacyItem.number) } : {}),
      }
    case 'Body':
      return { ...base, name: hit.name, href: `/bodies/${hit.id}` }
    case 'Meeting':
      return {
        ...base,
        name: hit.heading ? english(hit.heading) : hit.body.name,
        note: say.day(hit.startsAt),
        href: `/meetings/${hit.id}`,
      }
    case 'Decision':
      return {
        ...base,
        name: english(hit.text),
        number: hit.number,
        note: say.day(hit.date),
        href: `/decisions/${hit.number}`,
      }
    case 'Publication':
      return {
        ...base,
        name: hit.name,
        href: `/publications#${hit.id}`,
        ...(hit.published ? { note: say.day(hit.published) } : {}),
      }
    case 'Term':
      return {
        ...base,
        name: hit.meaning,
        href: `/glossary#${hit.id}`,
        ...(hit.abbreviation ? { number: hit.abbreviation } : {}),
      }
    case 'Correspondence':
      return {
        ...base,
        name: english(hit.subject),
        ...(hit.ref ? { number: hit.ref } : {}),
        ...(hit.sent ? { note: say.day(hit.sent) } : {}),
        href: `/correspondence/${hit.id}`,
      }
    case 'Funding':
      return { ...base, name: english(hit.line), href: `/funding#${hit.id}` }
    case 'Indicator':
      return { ...base, name: english(hit.label), href: `/indicators#${hit.id}` }
    case 'Idea':
      return { ...base, name: english(hit.text), number: hit.number, href: `/bodies/${hit.body.id}#${hit.id}` }
    case 'WorkArea':
      return { ...base, name: hit.name, number: hit.number, href: `/work-areas#${hit.id}` }
    case 'WrittenProcedure':
      return { ...base, name: english(hit.question), href: `/procedures/${hit.id}` }
    case 'Measure':
      return { ...base, name: hit.name, href: `/measures/${hit.id}` }
    case 'Finding':
      return { ...base, name: english(hit.text), href: `/evidence#${hit.id}` }
    case 'Lesson':
      return { ...base, name: english(hit.text), note: hit.topic, href: `/learning#${hit.id}` }
    case 'TrackedRecommendation':
      return { ...base, name: english(hit.text), href: `/recommendations#${hit.id}` }
    case 'GoodPractice':
      return { ...base, name: english(hit.line), href: `/good-practice#${hit.id}` }
  }
}

/** Lines of one kind together, in the order of the best of each. */
export function groupLines(lines: readonly Line[]): { kind: Line['kind']; lines: Line[] }[] {
  const groups = new Map<Line['kind'], Line[]>()
  for (const line of lines) groups.set(line.kind, [...(groups.get(line.kind) ?? []), line])
  return [...groups].map(([kind, grouped]) => ({ kind, lines: grouped }))
}
