import { type LocalText, may } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import { shortName } from '../../platform/short-name'
import type { Me } from '../../platform/viewer'
import type { HomeQuery, WaitingQuery } from './home.graphql'

/** One thing that waits for this person. */
export type Need =
  | { kind: 'more-actions'; id: string; count: number; href: string }
  | { kind: 'legacy-item'; id: string; number: number; title: LocalText; by: string; at: string; href: string }
  | { kind: 'commitment'; id: string; number: string; title: LocalText; by: string; at: string; href: string }
  | {
      kind: 'action'
      /** Whether they are asked to take it on, have it, or rule on it. */
      asks: 'answer' | 'work' | 'owner' | 'close'
      id: string
      number: number
      title: LocalText
      body: LocalText
      by: string
      at: string
      href: string
    }
  | {
      kind: 'minutes'
      id: string
      body: LocalText
      day: string
      example: boolean
      by: string | null
      at: string | null
      href: string
    }
  | { kind: 'no-owner'; id: string; body: LocalText; count: number; href: string }

/** Questions first, in the order they cost others time; then what nobody but this person can mend. */
export function needsOf({ viewer, body }: HomeQuery, me: Me): Need[] {
  const proposals = (viewer?.proposalsWaiting ?? []).flatMap(proposalNeed)
  const minutes = (viewer?.minutesWaiting ?? []).map(minutesNeed)
  const actions = (viewer?.actionsWaiting ?? []).map(actionNeed)
  const more = moreActions((viewer?.actionsWaitingCount ?? 0) - actions.length)
  return [...proposals, ...minutes, ...actions, ...more, ...ownerless(body, me)]
}

/** How many things that are, whether or not each has a line of its own. */
export function countNeeds({ viewer, body }: WaitingQuery, me: Me): number {
  const proposals = (viewer?.proposalsWaiting ?? []).filter(({ proposal }) => proposal).length
  const ours = ownerless(body, me).length
  return proposals + (viewer?.minutesWaiting.length ?? 0) + (viewer?.actionsWaitingCount ?? 0) + ours
}

type CountedBody = NonNullable<HomeQuery['body']> | NonNullable<WaitingQuery['body']>
type Waiting = NonNullable<HomeQuery['viewer']>

function proposalNeed(handed: Waiting['proposalsWaiting'][number]): Need[] {
  const { proposal } = handed
  if (!proposal) return []
  const asked = { id: handed.id, by: proposal.by.name, at: proposal.at }
  return handed.__typename === 'LegacyItem'
    ? [{ kind: 'legacy-item', ...asked, number: handed.number, title: handed.title, href: `/legacy/${handed.id}` }]
    : [
        {
          kind: 'commitment',
          ...asked,
          number: handed.reference ?? '',
          title: { en: handed.text, cy: null },
          href: handed.legacyItem ? `/legacy/${handed.legacyItem.id}#${handed.id}` : '/legacy',
        },
      ]
}

function minutesNeed({
  id,
  startsAt,
  example,
  body,
  circulatedAt,
  circulatedBy,
}: Waiting['minutesWaiting'][number]): Need {
  return {
    kind: 'minutes',
    id,
    body: shortName(body.name),
    day: startsAt,
    example,
    by: circulatedBy?.name ?? null,
    at: circulatedAt,
    href: `/meetings/${id}`,
  }
}

/** Home names the most urgent; the rest are a list of their own, one press away. */
function moreActions(count: number): Need[] {
  return count > 0 ? [{ kind: 'more-actions', id: 'more-actions', count, href: '/actions?view=mine' }] : []
}

function actionNeed({ id, number, title, status, acceptance, body }: Waiting['actionsWaiting'][number]): Need {
  return {
    kind: 'action',
    asks: status === 'PROPOSED' ? 'owner' : status === 'DONE' ? 'close' : acceptance?.waiting ? 'answer' : 'work',
    id,
    number,
    title: { en: title, cy: null },
    body: shortName(body.name),
    by: acceptance?.by.name ?? '',
    at: acceptance?.at ?? '',
    href: `/actions/${id}`,
  }
}

/** Asked only of those who may give owners. */
function ownerless(body: CountedBody | undefined, me: Me): Extract<Need, { kind: 'no-owner' }>[] {
  if (!body || body.counts.ownerNotStated === 0) return []
  const place = placeOf(body)
  if (!may(me, 'rule', { space: 'body', body: place })) return []
  const href = `/bodies/${body.id}?view=no-owner`
  return [
    {
      kind: 'no-owner',
      id: `no-owner ${body.id}`,
      body: 'name' in body ? shortName(body.name) : { en: null, cy: null },
      count: body.counts.ownerNotStated,
      href,
    },
  ]
}
