import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { NoticeLineFragment } from './inbox.graphql'
import { inboxWords } from './words'

interface NoticeRowProps {
  notice: NoticeLineFragment
  onMark: (id: string, read: boolean) => void
}

/** What happened, to what, by whom; following it reads it. */
export function NoticeRow({ notice, onMark }: NoticeRowProps) {
  const words = useWords(inboxWords)
  const dates = useDates()
  const { id, kind, at, text, read, by, about } = notice
  return (
    <li className={read ? undefined : 'unread'}>
      <div>
        <Link href={hrefOf(about)} onClick={() => !read && onMark(id, true)}>
          {!read && <span className="hidden">{words.isUnread}: </span>}
          <b>{words.kinds[domainName(kind)]}</b>
          <span className="about">
            {about.type === 'Action' && about.number !== null && `${words.action(about.number)}: `}
            {about.title ? <Content text={about.title} /> : about.body && <Content text={about.body.name} />}
          </span>
        </Link>
        {text && <p className="quiet">{text}</p>}
        <p className="meta">
          {by && `${words.by(by.name)} · `}
          {by ? dates.dateTime(at) : dates.day(at.slice(0, 10))}
        </p>
      </div>
      <Button weight="bare" small onClick={() => onMark(id, !read)}>
        {read ? words.markUnread : words.markRead}
      </Button>
    </li>
  )
}

const places: Readonly<Record<string, string>> = {
  Action: '/actions',
  LegacyItem: '/legacy',
  Meeting: '/meetings',
  Body: '/bodies',
  Correspondence: '/correspondence',
}

/** Where a record stands; those without a page of their own by their permanent address. */
function hrefOf({ type, id }: NoticeLineFragment['about']): string {
  return `${places[type] ?? '/go'}/${id}`
}
