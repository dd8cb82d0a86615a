import { Link } from 'wouter'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Icon } from '../../ui/icon'
import { UnreadNoticesDocument } from './bell.graphql'
import { bellWords } from './bell-words'

/** How many lines of the inbox are unread, wherever one is; it follows one's own room. */
export function Bell() {
  const words = useWords(bellWords)
  const { personId } = useViewer()
  const { data, retry } = useRecords(UnreadNoticesDocument)
  useRoom(`person:${personId}`, { onLists: retry })
  const unread = data?.viewer?.noticesUnread ?? 0
  return (
    <Link href="/inbox" className="bell">
      <Icon name="bell" />
      <span className="bell-name">{words.inbox}</span>
      {unread > 0 && (
        <span className="n">
          <span aria-hidden="true">{unread}</span>
          <span className="hidden">{words.unread(unread)}</span>
        </span>
      )}
    </Link>
  )
}
