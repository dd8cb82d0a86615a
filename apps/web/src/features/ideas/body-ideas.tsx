import { type BodyPlace, whyNotRaiseIdea, whyNotSettleIdea } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { Link, useParams } from 'wouter'
import { placeOf } from '../../platform/body-place'
import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { useNamedRow } from '../../ui/use-named-row'
import { BodyIdeasDocument, type IdeaOfFragment } from './ideas.graphql'
import './ideas.css'
import { ideaWords } from './words'

const RaiseIdeaDialog = lazy(async () => ({ default: (await import('./idea-dialogs')).RaiseIdeaDialog }))
const PromoteIdeaDialog = lazy(async () => ({ default: (await import('./idea-dialogs')).PromoteIdeaDialog }))
const SetAsideDialog = lazy(async () => ({ default: (await import('./idea-dialogs')).SetAsideDialog }))

type Opened = { dialog: 'raise' } | { dialog: 'promote' | 'aside'; idea: IdeaOfFragment } | null

/** The register of ideas and gaps of a workstream, and what became of each (requirements, row 26). */
export function BodyIdeas() {
  const { id } = useParams<{ id: string }>()
  const words = useWords(ideaWords)
  const viewer = useViewer()
  const { data, retry } = useRecords(BodyIdeasDocument, { id })
  useRoom(data ? `body:${id}` : null, { onLists: retry })
  const named = useNamedRow(data !== undefined)
  const [open, setOpen] = useState<Opened>(null)
  if (data?.body.kind !== 'WORKSTREAM') return null
  const place = placeOf(data.body)
  const advisory = data.body.parent && placeOf(data.body.parent)
  const mayRaise = data.body.status === 'ACTIVE' && whyNotRaiseIdea(viewer, place, advisory) === null
  if (data.ideas.length === 0 && !mayRaise) return null
  const close = () => setOpen(null)
  return (
    <section className="pad ideas">
      <details className="body-about" open={data.ideas.some((idea) => idea.id === named) || undefined}>
        <summary>
          {words.title} <span className="num">{data.ideas.length}</span>
        </summary>
        {data.ideas.length === 0 && <p className="quiet">{words.none}</p>}
        <ul className="list">
          {data.ideas.map((idea) => (
            <IdeaLine key={idea.id} idea={idea} named={idea.id === named} place={place} onOpen={setOpen} />
          ))}
        </ul>
        {mayRaise && (
          <p className="no-print">
            <Button small aria-haspopup="dialog" onClick={() => setOpen({ dialog: 'raise' })}>
              {words.raise}
            </Button>
          </p>
        )}
      </details>
      <Suspense fallback={null}>
        {open?.dialog === 'raise' && <RaiseIdeaDialog bodyId={id} onClose={close} />}
        {open?.dialog === 'promote' && <PromoteIdeaDialog idea={open.idea} phases={data.phases} onClose={close} />}
        {open?.dialog === 'aside' && <SetAsideDialog idea={open.idea} onClose={close} />}
      </Suspense>
    </section>
  )
}

interface IdeaLineProps {
  idea: IdeaOfFragment
  /** The address leads to it. */
  named: boolean
  place: BodyPlace
  onOpen: (opened: Opened) => void
}

function IdeaLine({ idea, named, place, onOpen }: IdeaLineProps) {
  const words = useWords(ideaWords)
  const dates = useDates()
  const viewer = useViewer()
  const maySettle = whyNotSettleIdea(viewer, place, { status: domainName(idea.status) }) === null
  return (
    <li id={idea.id} className={named ? 'named' : undefined} tabIndex={named ? -1 : undefined}>
      <p className="kept-lines">
        <span className="num faint">{idea.number}</span> <b>{words.kinds[idea.kind]}</b> {idea.text}
      </p>
      <p className="meta">{words.by(idea.raisedBy.name, dates.day(idea.raisedAt))}</p>
      <Became idea={idea} />
      {maySettle && (
        <p className="row no-print">
          <Button weight="bare" small aria-haspopup="dialog" onClick={() => onOpen({ dialog: 'promote', idea })}>
            {words.promote}
            <span className="hidden">: {idea.number}</span>
          </Button>
          <Button weight="bare" small aria-haspopup="dialog" onClick={() => onOpen({ dialog: 'aside', idea })}>
            {words.setAside}
            <span className="hidden">: {idea.number}</span>
          </Button>
        </p>
      )}
    </li>
  )
}

function Became({ idea: { action, workArea, reason } }: { idea: IdeaOfFragment }) {
  const words = useWords(ideaWords)
  const content = useContent()
  if (reason) return <p>{words.wasSetAside(reason)}</p>
  if (!action && !workArea) return null
  return (
    <p>
      {words.became} {action && <Link href={`/actions/${action.id}`}>{words.action(action.number, action.title)}</Link>}
      {workArea && (
        <Link href={`/work-areas#${workArea.id}`}>{words.area(workArea.number, content(workArea.title))}</Link>
      )}
    </p>
  )
}
