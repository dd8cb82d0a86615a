import { whyNotChooseSupporters } from '@camau/domain'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { ActionSupporters } from './action-supporters'
import { heldAction } from './held-action'
import { lifeWords } from './life-words'
import { LinkEndText } from './link-end-text'
import { NamedAction } from './named-action'
import { OwnerText } from './owner-text'
import { passingWords } from './passing-words'
import { SourceText } from './source-text'
import type { ActionLife } from './walk-steps'

/** What is known of an action, each fact with where it comes from; what waits on what unless it is told elsewhere. */
export function ActionFacts({ action, links = true }: { action: ActionLife; links?: boolean }) {
  const words = useWords(lifeWords)
  const passing = useWords(passingWords)
  const viewer = useViewer()
  const blocking = (blocks: boolean) => (blocks ? words.waitsFor : words.informedBy)
  const waiting = (blocks: boolean) => (blocks ? words.waitingOnIt : words.informs)
  return (
    <dl className="facts">
      {action.source && (
        <Fact name={words.source}>
          <SourceText source={action.source} />
        </Fact>
      )}
      <Fact name={words.owner}>
        <OwnerText owner={action.owner} /> <Basis action={action} />
      </Fact>
      <Origin action={action} />
      {!action.supportedBy.length && whyNotChooseSupporters(viewer, heldAction(action)) ? null : (
        <Fact name={words.supporters}>
          <ActionSupporters action={action} />
        </Fact>
      )}
      {action.parent && (
        <Fact name={passing.partOf}>
          <NamedAction action={action.parent} />
        </Fact>
      )}
      {action.supersededBy && (
        <Fact name={passing.supersededBy}>
          <NamedAction action={action.supersededBy} />
        </Fact>
      )}
      {list(action.supersedes, passing.supersedes, (one) => (
        <NamedAction action={one} />
      ))}
      {list(action.funding, words.money, ({ id, title }) => (
        <Link href={`/funding#${id}`}>
          <span lang="en">{title}</span>
        </Link>
      ))}
      {list(action.legacyItems, words.legacyItem, ({ id, number, title }) => (
        <Link href={`/legacy/${id}`}>
          {number} · <Content text={title} />
        </Link>
      ))}
      {list(action.workAreas, words.workArea, ({ title }) => (
        <Content text={title} />
      ))}
      {links &&
        action.waitsFor.map(({ id, blocks, dependsOn }) => (
          <Fact key={id} name={blocking(blocks)}>
            <LinkEndText end={dependsOn} />
          </Fact>
        ))}
      {links &&
        action.holdsUp.map(({ id, blocks, dependent }) => (
          <Fact key={id} name={waiting(blocks)}>
            <LinkEndText end={dependent} />
          </Fact>
        ))}
      {action.evidence && <Fact name={words.evidence}>{action.evidence}</Fact>}
      {action.reason && <Fact name={words.reason}>{action.reason}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function list<T extends { id: string }>(items: readonly T[], name: string, draw: (item: T) => ReactNode): ReactNode {
  if (items.length === 0) return null
  return (
    <Fact name={name}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>{draw(item)}</li>
        ))}
      </ul>
    </Fact>
  )
}

/** What the documents say of the owner no longer holds once somebody here has set another. */
function Basis({ action: { ownerBasis, versions } }: { action: ActionLife }) {
  const words = useWords(lifeWords)
  if (versions.some(({ field }) => field === 'owner')) return null
  const known = ownerBasis === 'stated' || ownerBasis === 'inferred' ? words.ownerBasis[ownerBasis] : null
  return known && <span className="faint">· {known}</span>
}

function Origin({ action: { origin } }: { action: ActionLife }) {
  const words = useWords(lifeWords)
  const dates = useDates()
  if (!origin) return null
  if (origin.meeting)
    return (
      <Fact name={words.raisedIn}>
        <Link href={`/meetings/${origin.meeting.id}`}>
          <Content text={origin.meeting.body.name} />, {dates.day(origin.meeting.startsAt)}
        </Link>
      </Fact>
    )
  if (!origin.documentTitle) return null
  const day = origin.decidedOn ?? origin.documentDate
  return (
    <Fact name={words.raisedIn}>
      <Link href={documentAddress(origin)}>
        <Content text={origin.documentTitle} />
      </Link>
      {day && <span className="faint"> · {dates.day(day)}</span>}
    </Fact>
  )
}

/** The register in which the document stands. */
function documentAddress({ letter, publication }: NonNullable<ActionLife['origin']>): string {
  return publication ? `/publications#${publication.id}` : `/correspondence#${letter?.id}`
}
