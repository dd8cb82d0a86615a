import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { unstatedLanguage } from '../../platform/named-content'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { NoticeLineFragment } from './inbox.graphql'
import { AlsoTouched, hrefOf, NoticeCause, NoticeSubject } from './notice-subject'
import { inboxWords } from './words'

interface NoticeRowProps {
  notice: NoticeLineFragment
  onMark: (id: string, read: boolean) => void
  /** What one may do about it there and then. */
  children?: ReactNode
}

/** What happened, to what, by whom; following it reads it. */
export function NoticeRow({ notice, onMark, children }: NoticeRowProps) {
  const words = useWords(inboxWords)
  const dates = useDates()
  const { id, kind, at, text, read, by, about, touches, because } = notice
  return (
    <li className={read ? undefined : 'unread'}>
      <div>
        <Link href={hrefOf(about)} onClick={() => !read && onMark(id, true)}>
          {!read && <span className="hidden">{words.isUnread}: </span>}
          <b>{words.kinds[domainName(kind)]}</b>
          <span className="about">
            <NoticeSubject subject={about} />
          </span>
        </Link>
        {because && <NoticeCause kind={kind} because={because} />}
        {touches.length > 1 && <AlsoTouched subjects={touches.slice(1)} />}
        {text && (
          <p className="quiet" lang={unstatedLanguage}>
            {text}
          </p>
        )}
        <p className="meta">
          {by && `${words.by(by.name)} · `}
          {by ? dates.dateTime(at) : dates.day(at.slice(0, 10))}
        </p>
        {children && <div className="row answers">{children}</div>}
      </div>
      <Button weight="bare" small onClick={() => onMark(id, !read)}>
        {read ? words.markUnread : words.markRead}
      </Button>
    </li>
  )
}
