import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useSearch } from 'wouter'
import { useCommand } from '../../platform/commands'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead, Views } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { UndoBar } from '../../ui/undo-bar'
import './inbox.css'
import { InboxDocument, MarkNoticesReadDocument } from './inbox.graphql'
import { NoticeRow } from './notice-row'
import { WaitingRow } from './waiting-row'
import { inboxWords } from './words'

const pageLength = 50
const mostShown = 100

/** What answers an action that another body offers, by the action's id. */
type Offer = (actionId: string) => ReactNode

/** What happened to what is mine, and what waits on my offices. */
export function InboxPage({ offer }: { offer: Offer }) {
  const words = useWords(inboxWords)
  const { personId } = useViewer()
  const view = new URLSearchParams(useSearch()).get('view') ?? 'all'
  const [first, setFirst] = useState(pageLength)
  const { data, trouble, retry } = useRecords(InboxDocument, { first, unread: view === 'unread' })
  useRoom(`person:${personId}`, { onLists: retry })
  const mark = useCommand(MarkNoticesReadDocument, { what: { en: inboxWords.en.markRead, cy: inboxWords.cy.markRead } })
  const [undone, setUndone] = useState<readonly string[]>([])
  const inbox = data?.viewer?.notices
  const waiting = data?.viewer?.actionsWaiting ?? []
  const notices = inbox?.edges.map(({ node }) => node) ?? []

  const markOne = (id: string, read: boolean) => void mark.run({ ids: [id], read }).then(retry)
  const markAll = async () => {
    const result = await mark.run({ ids: null, read: true })
    if (result.state === 'done') setUndone(result.data.markNoticesRead.map(({ id }) => id))
    retry()
  }
  const undo = () => {
    void mark.run({ ids: [...undone], read: false }).then(retry)
    setUndone([])
  }

  return (
    <Page title={words.title}>
      <PageHead
        title={words.title}
        acts={
          (inbox?.unreadCount ?? 0) > 0 && view !== 'waiting' ? (
            <Button busy={mark.busy} onClick={() => void markAll()}>
              {words.markAll}
            </Button>
          ) : undefined
        }
      >
        <p className="quiet">{words.lead}</p>
      </PageHead>
      <div className="inbox-views">
        <Views
          label={words.views}
          current={view}
          views={[
            { key: 'all', name: words.all, href: '/inbox' },
            { key: 'unread', name: words.unread, href: '/inbox?view=unread', count: inbox?.unreadCount },
            {
              key: 'waiting',
              name: words.waiting,
              href: '/inbox?view=waiting',
              count: data?.viewer?.actionsWaitingCount,
            },
          ]}
        />
      </div>
      {!data && <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton />}</div>}
      {data && view === 'waiting' && <Waiting waiting={waiting} offer={offer} />}
      {data && view !== 'waiting' && notices.length === 0 && (
        <div className="pad">
          <EmptyState title={view === 'unread' ? words.noneUnread : words.none}>
            {view === 'unread' ? undefined : words.noneMore}
          </EmptyState>
        </div>
      )}
      {view !== 'waiting' && notices.length > 0 && (
        <ul className="notices" onKeyDown={moveBetween}>
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onMark={markOne}>
              {notice.kind === 'TRANSFERRED' && offer(notice.about.id)}
            </NoticeRow>
          ))}
        </ul>
      )}
      {view !== 'waiting' && inbox?.pageInfo.hasNextPage && first < mostShown && (
        <p className="pad">
          <Button onClick={() => setFirst(mostShown)}>{words.older}</Button>
        </p>
      )}
      {undone.length > 0 && <UndoBar said={words.marked(undone.length)} onUndo={undo} onGone={() => setUndone([])} />}
    </Page>
  )
}

interface WaitingProps {
  waiting: readonly Parameters<typeof WaitingRow>[0]['action'][]
  offer: Offer
}

function Waiting({ waiting, offer }: WaitingProps) {
  const words = useWords(inboxWords)
  if (waiting.length === 0)
    return (
      <div className="pad">
        <EmptyState title={words.noneWaiting} />
      </div>
    )
  return (
    <ul className="notices" onKeyDown={moveBetween}>
      {waiting.map((action) => (
        <WaitingRow key={action.id} action={action}>
          {action.transfer && offer(action.id)}
        </WaitingRow>
      ))}
    </ul>
  )
}

/** Up and down go from line to line, as in every other list. */
function moveBetween(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const lines = [...event.currentTarget.querySelectorAll('li')]
  const links = lines.flatMap((one) => one.querySelector<HTMLElement>('a') ?? [])
  const line = event.target instanceof Element ? event.target.closest('li') : null
  const at = links.findIndex((link) => line?.contains(link))
  const next = links[at + step]
  if (step === 0 || !next) return
  event.preventDefault()
  next.focus()
}
