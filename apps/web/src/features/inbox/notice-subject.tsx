import { foldsWhileUnread } from '@camau/domain'
import { Fragment } from 'react'
import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useWords } from '../../platform/words'
import type { NoticeLineFragment, NoticeSubjectFragment } from './inbox.graphql'
import { inboxWords } from './words'

type Cause = NonNullable<NoticeLineFragment['because']>

/** A record by its number and name; one without a title by its body. */
export function NoticeSubject({ subject }: { subject: Pick<Cause, 'type' | 'number' | 'title' | 'body'> }) {
  const words = useWords(inboxWords)
  const { type, number, title, body } = subject
  return (
    <>
      {type === 'Action' && number !== null && `${words.action(number)}: `}
      {title ? <Content text={title} /> : body && <Content text={body.name} />}
    </>
  )
}

/** What slipped or was finished, with its day of now; of what one may not see, the body that holds it. */
export function NoticeCause({ kind, because }: { kind: NoticeLineFragment['kind']; because: Cause }) {
  const words = useWords(inboxWords)
  const dueText = useDueText()
  const { restricted, type, id, due } = because
  const dated = foldsWhileUnread(domainName(kind)) && due
  return (
    <p className="quiet">
      {kind === 'FREED' ? words.lastInTheWay : words.namely}:{' '}
      {restricted || !type || !id ? (
        <>
          {words.restricted}
          {because.body && ' · '}
          {because.body && <Content text={because.body.name} />}
        </>
      ) : (
        <Link href={hrefOf({ type, id })} className="inline">
          <NoticeSubject subject={because} />
        </Link>
      )}
      {dated && ` · ${words.due(dueText(dated))}`}
    </p>
  )
}

/** What else of one's own the same thing touches. */
export function AlsoTouched({ subjects }: { subjects: readonly NoticeSubjectFragment[] }) {
  const words = useWords(inboxWords)
  return (
    <p className="quiet">
      {words.alsoTouches}:{' '}
      {subjects.map((subject, i) => (
        <Fragment key={subject.id}>
          {i > 0 && '; '}
          <Link href={hrefOf(subject)} className="inline">
            <NoticeSubject subject={subject} />
          </Link>
        </Fragment>
      ))}
    </p>
  )
}

/** A day in the page's language; words of a document as they are. */
function useDueText(): (due: NonNullable<Cause['due']>) => string {
  const dates = useDates()
  return ({ label, earliest, latest }) =>
    latest && earliest === latest && /^[\d –-]+$/.test(label) ? dates.shortDay(latest) : label
}

const places: Readonly<Record<string, string>> = {
  Action: '/actions',
  LegacyItem: '/legacy',
  Meeting: '/meetings',
  Body: '/bodies',
  Correspondence: '/correspondence',
}

/** Where a record stands; those without a page of their own by their permanent address. */
export function hrefOf({ type, id }: { type: string; id: string }): string {
  return type === 'TrackedRecommendation' ? `/recommendations#${id}` : `${places[type] ?? '/go'}/${id}`
}
