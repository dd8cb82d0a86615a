import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { aboutBody, shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { ExampleMark } from '../../ui/example-mark'
import { PageHead } from '../../ui/page'
import { Place } from '../../ui/place'
import { Pill, Unset } from '../../ui/status'
import type { BodyPageQuery } from './bodies.graphql.js'
import { bodyWords } from './words'

export type BodyOfPage = BodyPageQuery['body']

/** Name, standing and sum; behind one press, what the documents say of it. */
export function BodyHead({ body }: { body: BodyOfPage }) {
  const words = useWords(bodyWords)
  const dates = useDates()
  const status = domainName(body.status)
  const about = aboutBody(body.name)
  return (
    <PageHead
      title={<Content text={shortName(body.name)} />}
      over={
        <span className="row body-standing">
          <Kind body={body} />
          <Pill tone={status === 'active' ? 'moving' : 'proposed'}>{words.status[status]}</Pill>
          {body.example && <ExampleMark />}
        </span>
      }
    >
      {about && (
        <p className="body-subject">
          <Content text={about} />
        </p>
      )}
      {body.counts.all > 0 && (
        <p>
          {words.sum(words.unfinished(body.counts.unfinished), words.overdue(body.counts.overdue))}{' '}
          <span className="meta">{words.counted(dates.dateTime(body.countedAt))}</span>
        </p>
      )}
      {body.termsOfReference && (
        <p className="quiet body-remit" lang="en">
          {body.termsOfReference}
        </p>
      )}
      {body.remit && <p className="quiet body-remit kept-lines">{body.remit}</p>}
      <details className="body-about" open={body.counts.all === 0}>
        <summary>{words.about}</summary>
        <Facts body={body} />
      </details>
    </PageHead>
  )
}

/** In both languages for the kinds that meet; else the word of the documents. */
function Kind({ body: { kind, type } }: { body: BodyOfPage }) {
  const words = useWords(bodyWords)
  const name = domainName(kind)
  if (name !== 'other') return <span>{words.kinds[name]}</span>
  return type ? <span lang="en">{type.replaceAll('-', ' ')}</span> : null
}

function Facts({ body }: { body: BodyOfPage }) {
  const words = useWords(bodyWords)
  const dates = useDates()
  return (
    <dl className="facts">
      {body.alsoKnownAs.length > 0 && (
        <Fact name={words.alsoKnownAs}>
          <span lang="en">{body.alsoKnownAs.join(', ')}</span>
        </Fact>
      )}
      {body.parent && (
        <Fact name={words.partOf}>
          <BodyLink body={body.parent} />
        </Fact>
      )}
      {body.membershipRule && <Fact name={words.membership}>{english(body.membershipRule)}</Fact>}
      {body.meetingCadence && <Fact name={words.cadence}>{english(body.meetingCadence)}</Fact>}
      {body.from && <Fact name={words.from}>{dates.day(body.from)}</Fact>}
      {body.plannedEnd && <Fact name={words.plannedEnd}>{dates.day(body.plannedEnd)}</Fact>}
      {body.to && <Fact name={words.to}>{dates.day(body.to)}</Fact>}
      {body.status === 'CLOSED' && body.successors.length === 0 && (
        <Fact name={words.successor}>
          <Unset>{words.noSuccessor}</Unset>
        </Fact>
      )}
      {body.successors.map((next) => (
        <Fact key={next.id} name={words.successor}>
          <BodyLink body={next} />
        </Fact>
      ))}
      {body.children.map((part) => (
        <Fact key={part.id} name={words.parts}>
          <BodyLink body={part} /> <span className="faint">· {words.status[domainName(part.status)]}</span>
        </Fact>
      ))}
      {body.note && <Fact name={words.note}>{english(body.note)}</Fact>}
      {body.source && (
        <Fact name={words.source}>
          <SourceLine source={body.source} />
        </Fact>
      )}
      {body.alsoSeenIn.map((source) => (
        <Fact key={`${source.file} ${source.locator}`} name={words.alsoSeenIn}>
          <SourceLine source={source} />
        </Fact>
      ))}
    </dl>
  )
}

function SourceLine({ source }: { source: NonNullable<BodyOfPage['source']> }) {
  const dates = useDates()
  return (
    <>
      <Content text={source.title} />, <Place locator={source.locator} />
      {source.date && <span className="faint"> · {dates.day(source.date)}</span>}
    </>
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

function BodyLink({ body }: { body: NonNullable<BodyOfPage['parent']> }) {
  return (
    <Link href={`/bodies/${body.id}`}>
      <Content text={body.name} />
    </Link>
  )
}

const english = (text: string) => <span lang="en">{text}</span>
