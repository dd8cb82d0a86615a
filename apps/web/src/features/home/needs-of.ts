import { type LocalText, may } from '@camau/domain'
import { domainName } from '../../platform/enums'
import { shortName } from '../../platform/short-name'
import type { Me } from '../../platform/viewer'
import type { HomeQuery } from './home.graphql'

/** One thing that waits for this person. */
export type Need =
  | { kind: 'actions'; id: string; count: number; href: string }
  | { kind: 'legacy-item'; id: string; number: number; title: LocalText; by: string; at: string; href: string }
  | { kind: 'commitment'; id: string; number: string; title: LocalText; by: string; at: string; href: string }
  | {
      kind: 'action'
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
  const actions = actionNeeds(viewer?.actionsWaiting ?? [])
  return [...proposals, ...minutes, ...actions, ...ownerless(body, me)]
}

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

// More than these are a list of their own, one press away.
const mostActions = 3

function actionNeeds(actions: Waiting['actionsWaiting']): Need[] {
  if (actions.length <= mostActions) return actions.map(actionNeed)
  return [{ kind: 'actions', id: 'actions', count: actions.length, href: '/actions?view=mine' }]
}

function actionNeed({ id, number, title, acceptance, body }: Waiting['actionsWaiting'][number]): Need {
  return {
    kind: 'action',
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
function ownerless(body: HomeQuery['body'], me: Me): Need[] {
  if (!body || body.counts.ownerNotStated === 0) return []
  const place = { id: body.id, kind: domainName(body.kind), parentId: body.parent?.id ?? null }
  if (!may(me, 'rule', { space: 'body', body: place })) return []
  const href = `/bodies/${body.id}?view=no-owner`
  return [
    {
      kind: 'no-owner',
      id: `no-owner ${body.id}`,
      body: shortName(body.name),
      count: body.counts.ownerNotStated,
      href,
    },
  ]
}
