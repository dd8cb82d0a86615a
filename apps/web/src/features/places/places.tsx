import { meetingKinds } from '@camau/domain'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { byRank } from '../../platform/body-order'
import { Content } from '../../platform/content'
import { domainName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useWaitingCount } from '../../platform/waiting'
import { useWords } from '../../platform/words'
import { Steps } from '../../ui/steps'
import { PlacesDocument } from './places.graphql'
import { placesWords } from './words'

/** Everywhere one can go, with the size of what is there. */
export function Places({ onGo, find }: { onGo?: () => void; find?: ReactNode }) {
  const words = useWords(placesWords)
  const { data } = useRecords(PlacesDocument)
  const needs = useWaitingCount()
  const bodies = (data?.bodies ?? [])
    .filter(({ kind, status }) => status === 'ACTIVE' && meetingKinds.includes(domainName(kind)))
    .sort(byRank)
  const counts = data?.counts
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: closes the menu after a link inside was followed; Enter on a link is a click too.
    <nav className="places" aria-label={words.places} onClick={onGo}>
      <Link className="brand" href="/">
        <Steps taken={5} width={20} />
        Camau
      </Link>
      {find}
      <h2 className="hidden">{words.mine}</h2>
      <div className="places-first">
        <Place href="/" count={needs || undefined} counted={words.waitingForYou}>
          {words.home}
        </Place>
        <Place href="/inbox">{words.inbox}</Place>
        <Place href="/meetings">{words.meetings}</Place>
      </div>
      <h2>{words.bodies}</h2>
      {bodies.map(({ id, name, counts: { unfinished } }) => (
        <Place key={id} href={`/bodies/${id}`} count={unfinished || undefined} counted={words.unfinished}>
          <Content text={shortName(name)} />
        </Place>
      ))}
      <h2>{words.registers}</h2>
      <Place href="/actions" count={counts?.actions} counted={words.records}>
        {words.actions}
      </Place>
      <Place href="/dependencies" count={counts?.dependencies} counted={words.records}>
        {words.dependencies}
      </Place>
      <Place href="/radar">{words.radar}</Place>
      <Place href="/legacy" count={counts?.legacyItems} counted={words.records}>
        {words.legacy}
      </Place>
      <Place href="/decisions" count={counts?.decisions} counted={words.records}>
        {words.decisions}
      </Place>
      <Place href="/publications" count={counts?.publications} counted={words.records}>
        {words.publications}
      </Place>
      <MoreRegisters />
    </nav>
  )
}

interface PlaceProps {
  href: string
  count?: number | undefined
  /** The count in words, for people who listen. */
  counted?: (n: number) => string
  children: ReactNode
}

function Place({ href, count, counted, children }: PlaceProps) {
  const [path] = useLocation()
  const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  return (
    <Link href={href} aria-current={here ? 'page' : undefined}>
      <span>{children}</span>
      {count !== undefined && (
        <>
          <span className="n" aria-hidden="true">
            {count}
          </span>
          <span className="hidden">{counted?.(count)}</span>
        </>
      )}
    </Link>
  )
}

const more = [
  ['/phases', 'phases'],
  ['/work-areas', 'workAreas'],
  ['/funding', 'funding'],
  ['/measures', 'measures'],
  ['/data-requests', 'dataRequests'],
  ['/indicators', 'indicators'],
  ['/evidence', 'evidence'],
  ['/good-practice', 'goodPractice'],
  ['/learning', 'learning'],
  ['/correspondence', 'correspondence'],
  ['/recommendations', 'recommendations'],
  ['/reports', 'reports'],
  ['/timeline', 'timeline'],
  ['/people', 'people'],
  ['/bodies', 'allBodies'],
  ['/glossary', 'glossary'],
] as const

function MoreRegisters() {
  const words = useWords(placesWords)
  const [path] = useLocation()
  return (
    <details open={more.some(([href]) => path === href)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: opening the list is not going anywhere. */}
      <summary onClick={(event) => event.stopPropagation()}>{words.more}</summary>
      {more.map(([href, name]) => (
        <Place key={href} href={href}>
          {words[name]}
        </Place>
      ))}
    </details>
  )
}
