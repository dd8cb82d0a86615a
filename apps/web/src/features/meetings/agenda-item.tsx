import type { DragEvent, ReactNode } from 'react'
import { EnglishContent } from '../../platform/content'
import { formatTime } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Icon, type IconName } from '../../ui/icon'
import { Flag } from '../../ui/status'
import type { AgendaLine } from './agenda-times'
import { businessWords } from './business-words'
import type { MeetingOnPage } from './meeting-on-page'
import { runWords } from './run-words'
import { words } from './words'

export interface Arrange {
  last: boolean
  /** Puts the item where another is: what the arrows do step by step, done by dragging. */
  put: (id: string, at: string) => void
  move: (id: string, by: -1 | 1) => void
  remove: (id: string) => void
}

interface AgendaItemProps {
  line: AgendaLine<MeetingOnPage['agenda'][number]>
  onVisit: (itemId: string) => void
  /** The controls for its place; null while nobody arranges. */
  arrange: Arrange | null
  /** What else can be done with it. */
  children?: ReactNode
}

/** One item: when it begins, what it is, how long; the one that is on shows what is left. */
export function AgendaItem({ line, onVisit, arrange, children }: AgendaItemProps) {
  const said = useWords(words)
  const business = useWords(businessWords)
  const run = useWords(runWords)
  const { id, number, title, minutes, from, state, used, left, presenter, unfinished, carriedFrom } = line
  return (
    <li
      className={state === 'past' ? 'done' : state}
      aria-current={state === 'now' ? 'step' : undefined}
      {...(arrange && dragging(id, arrange.put))}
    >
      <time dateTime={from.toISOString()}>{formatTime(from)}</time>
      <div>
        <button type="button" className="visit" onClick={() => onVisit(id)}>
          {number}. <EnglishContent text={title} />
        </button>
        <p className="meta">
          {said.length(Math.floor(minutes / 60), minutes % 60)}
          {state === 'now' && ` · ${left < 0 ? run.overrun(-left) : said.left(left)}`}
        </p>
        {presenter && (
          <p className="meta">
            <EnglishContent text={presenter} />
          </p>
        )}
        {carriedFrom && <p className="meta">{business.again}</p>}
        {unfinished && (
          <Flag tone="waiting" icon="waiting">
            {business.unfinished}
          </Flag>
        )}
        {state === 'now' && (
          <progress max={minutes} value={Math.min(used, minutes)} aria-label={said.used(used, minutes)} />
        )}
        {arrange && <Controls line={line} arrange={arrange} />}
        {children}
      </div>
    </li>
  )
}

/** The browser carries the item's id from where it is picked up to where it is let go. */
function dragging(id: string, put: Arrange['put']) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => event.dataTransfer.setData(carriedType, id),
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(carriedType)) event.preventDefault()
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      const from = event.dataTransfer.getData(carriedType)
      if (from && from !== id) put(from, id)
    },
  }
}

// A type of its own: text and files dropped here are nobody's agenda item.
const carriedType = 'application/x-camau-item'

function Controls({ line: { id, number, title }, arrange }: { line: AgendaLine; arrange: Arrange }) {
  const said = useWords(words)
  const control = (name: string, icon: IconName, act: () => void, off = false, turned = false) => (
    // Stays focusable at either end, so that the keyboard is not thrown out when the item arrives there.
    <button
      type="button"
      className={turned ? 'b bare small turned' : 'b bare small'}
      aria-label={name}
      aria-disabled={off || undefined}
      onClick={off ? undefined : act}
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <div className="arrange">
      {control(said.up(title), 'up', () => arrange.move(id, -1), number === 1)}
      {control(said.down(title), 'up', () => arrange.move(id, 1), arrange.last, true)}
      {control(said.remove(title), 'cross', () => arrange.remove(id))}
    </div>
  )
}
