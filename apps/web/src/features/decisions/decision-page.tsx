import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { Flag } from '../../ui/status'
import { ComesFrom } from './decision-row'
import { DecisionSteps } from './decision-steps'
import { decisionWords } from './decision-words'
import './decisions.css'
import { type DecisionLineFragment, DecisionPageDocument } from './decisions.graphql'
import { words } from './words'

/** One decision under its permanent number: what it says, how it came about, what it led to, what became of it. */
export function DecisionPage({ children }: { children?: (decision: DecisionLineFragment) => ReactNode }) {
  const { number = '' } = useParams<{ number: string }>()
  const said = useWords(words)
  const more = useWords(decisionWords)
  const { data, trouble, retry } = useRecords(DecisionPageDocument, { number: Number(number) || 0 })
  useRoom('programme', { onLists: retry })
  const decision = data?.decision
  const title = decision?.kind === 'ADVICE' ? more.adviceNumber(Number(number)) : more.decisionNumber(Number(number))
  return (
    <Page title={title} within={[{ name: said.title, href: '/decisions' }]} reference={`D${number}`}>
      {!decision && (
        <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton titled />}</div>
      )}
      {decision && (
        <>
          <PageHead
            title={title}
            over={<Content text={shortName(decision.body.name)} />}
            acts={<DecisionSteps decision={decision} />}
          >
            {decision.replacedBy && (
              <p className="note">
                <Link href={`/decisions/${decision.replacedBy.number}`}>
                  {more.replacedNote(decision.replacedBy.number)}
                </Link>
              </p>
            )}
          </PageHead>
          <div className="pad stack">
            <p className="decided">
              <EnglishContent text={decision.text} />
            </p>
            <Facts decision={decision} />
            <Reply decision={decision} />
            <History decision={decision} />
          </div>
          {children?.(decision)}
        </>
      )}
    </Page>
  )
}

function Facts({ decision }: { decision: DecisionLineFragment }) {
  const said = useWords(words)
  const more = useWords(decisionWords)
  const dates = useDates()
  const { outcome, votes, dissent, proposedBy, secondedBy, recordedBy, recipient, replaces, actions, date } = decision
  return (
    <dl className="facts">
      <Fact name={more.outcome}>
        {outcome ? more.outcomes[domainName(outcome)] : more.notStated}
        {votes && ` · ${more.tally(votes.for, votes.against, votes.abstained)}`}
      </Fact>
      <Fact name={said.date}>{dates.day(date)}</Fact>
      <Fact name={said.meeting}>
        <ComesFrom decision={decision} />
      </Fact>
      {recipient && (
        <Fact name={more.adviceTo}>
          <Content text={recipient.name} />
        </Fact>
      )}
      {proposedBy && <Fact name={more.proposer}>{proposedBy.name}</Fact>}
      {secondedBy && <Fact name={more.seconder}>{secondedBy.name}</Fact>}
      {dissent.map(({ person, text }, place) => (
        <Fact key={`${person?.id} ${text}`} name={place === 0 ? more.dissent : ''}>
          {person?.name ?? more.anonymous}
          {text && (
            <>
              : <EnglishContent text={text} />
            </>
          )}
        </Fact>
      ))}
      {replaces && (
        <Fact name={more.replaces}>
          <Link href={`/decisions/${replaces.number}`}>{more.decisionNumber(replaces.number)}</Link>
        </Fact>
      )}
      {actions.length > 0 && (
        <Fact name={said.leadsTo}>
          <ul className="list">
            {actions.map(({ id, number, title }) => (
              <li key={id}>
                <Link href={`/actions/${id}`}>
                  {number} · <EnglishContent text={title} />
                </Link>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {recordedBy && <Fact name={more.recorded}>{recordedBy.name}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Reply({ decision: { kind, reply, awaitsReply } }: { decision: DecisionLineFragment }) {
  const said = useWords(decisionWords)
  const dates = useDates()
  if (kind !== 'ADVICE') return null
  return (
    <section aria-labelledby="advice-reply">
      <h2 id="advice-reply">{said.reply}</h2>
      {awaitsReply && (
        <Flag tone="waiting" icon="clock">
          {said.awaitsReply}
        </Flag>
      )}
      {reply && (
        <>
          <p>
            <EnglishContent text={reply.text} />
          </p>
          <p className="meta">{said.replied(reply.by.name, dates.day(reply.at))}</p>
        </>
      )}
    </section>
  )
}

function History({ decision: { earlier } }: { decision: DecisionLineFragment }) {
  const said = useWords(decisionWords)
  const dates = useDates()
  if (earlier.length === 0) return null
  return (
    <section aria-labelledby="decision-history">
      <h2 id="decision-history">{said.history}</h2>
      <ol className="list">
        {earlier.map(({ text, outcome, at, by }) => (
          <li key={at}>
            <EnglishContent text={text} />
            <p className="meta">
              {[outcome && said.outcomes[domainName(outcome)], said.earlier(by.name, dates.dateTime(at))]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
