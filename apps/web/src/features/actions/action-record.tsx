import type { ReactNode } from 'react'
import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useWords } from '../../platform/words'
import { statusWords } from '../../platform/words/statuses'
import { useDueText } from './due-text'
import { lifeWords } from './life-words'
import { OwnerText } from './owner-text'
import { passingWords } from './passing-words'
import { useSlippageText } from './slippage-text'
import { SourceText } from './source-text'
import type { ActionLife } from './walk-steps'

/** What was reported, who owned it before, when it was due before, and what the documents said at their date. */
export function ActionRecord({ action }: { action: ActionLife }) {
  const words = useWords(lifeWords)
  const dates = useDates()
  const due = useDueText()
  const slippage = useSlippageText()
  const passing = useWords(passingWords)
  const inWords = useContent()
  const names = useWords(statusWords)
  const status = (key: ActionLife['status']) => names[domainName(key)]
  return (
    <>
      <Part
        title={words.progressReports}
        items={action.progress.map(({ at, by, text }) => ({
          key: at,
          body: text,
          meta: `${by.name}, ${dates.dateTime(at)}`,
        }))}
      />
      <Part
        title={passing.statusHistory}
        items={action.statusHistory.toReversed().map(({ at, from, to, reason, by }) => ({
          key: at,
          body: (
            <>
              {from ? passing.fromTo(status(from), status(to)) : passing.raised}
              {reason && <span className="quiet"> · {reason}</span>}
            </>
          ),
          meta: `${by.name}, ${dates.dateTime(at)}`,
        }))}
      />
      <Part
        title={passing.earlierBodies}
        items={action.earlierBodies.map(({ body, until, reason, by }) => ({
          key: until,
          body: (
            <>
              {inWords(body.name)} <span className="quiet"> · {reason}</span>
            </>
          ),
          meta: `${words.until(dates.day(until))} · ${by.name}`,
        }))}
      />
      <Part
        title={passing.declinedTransfers}
        items={action.declinedTransfers.map(({ to, declinedAt, declined, decliner }) => ({
          key: declinedAt,
          body: (
            <>
              {inWords(to.name)} <span className="quiet"> · {declined}</span>
            </>
          ),
          meta: `${words.declined(decliner.name)}, ${dates.day(declinedAt)}`,
        }))}
      />
      <Part
        title={words.earlierOwners}
        items={action.earlierOwners.map(({ owner, until, by, declined }) => ({
          key: until,
          body: (
            <>
              <OwnerText owner={owner} />
              {declined && <span className="quiet"> · {declined}</span>}
            </>
          ),
          meta: `${words.until(dates.day(until))} · ${declined ? words.declined(by.name) : words.changedBy(by.name)}`,
        }))}
      />
      <Part
        title={words.earlierDates}
        sum={slippage(action)}
        items={action.earlierDues.map((earlier) => ({
          key: earlier.until,
          body: (
            <>
              {due(earlier.due).text}
              {earlier.reason && <span className="quiet"> · {earlier.reason}</span>}
            </>
          ),
          meta: `${words.until(dates.day(earlier.until))} · ${words.changedBy(earlier.by.name)}`,
        }))}
      />
      <Part
        title={words.sourceNotes}
        items={action.statusNotes.map(({ asOf, status, note, source }) => ({
          key: `${asOf} ${status}`,
          body: (
            <span lang="en">
              <b>{status}</b>
              {note && `: ${note}`}
            </span>
          ),
          meta: (
            <>
              {words.asAt(dates.day(asOf))} · <SourceText source={source} />
            </>
          ),
        }))}
      />
      <Part
        title={words.alsoSeenIn}
        items={action.alsoSeenIn.map((source) => ({
          key: `${source.file} ${source.locator}`,
          body: <SourceText source={source} />,
          meta: null,
        }))}
      />
    </>
  )
}

interface Item {
  key: string
  body: ReactNode
  meta: ReactNode
}

function Part({ title, sum, items }: { title: string; sum?: string | null; items: readonly Item[] }) {
  if (!items.length) return null
  return (
    <section className="stack-s">
      <h2>{title}</h2>
      {sum && <p>{sum}</p>}
      <ul className="list">
        {items.map(({ key, body, meta }) => (
          <li key={key}>
            {body}
            {meta && <p className="meta">{meta}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
