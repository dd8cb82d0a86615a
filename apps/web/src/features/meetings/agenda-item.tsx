import { EnglishContent } from '../../platform/content'
import { formatTime } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Icon, type IconName } from '../../ui/icon'
import type { AgendaLine } from './agenda-times'
import { words } from './words'

interface Arrange {
  last: boolean
  move: (id: string, by: -1 | 1) => void
  remove: (id: string) => void
}

interface AgendaItemProps {
  line: AgendaLine
  onVisit: (itemId: string) => void
  /** The controls for its place; null while nobody arranges. */
  arrange: Arrange | null
}

/** One item: when it begins, what it is, how long; the one that is on shows what is left. */
export function AgendaItem({ line, onVisit, arrange }: AgendaItemProps) {
  const said = useWords(words)
  const { id, number, title, minutes, from, state, used, left } = line
  return (
    <li className={state === 'past' ? 'done' : state} aria-current={state === 'now' ? 'step' : undefined}>
      <time dateTime={from.toISOString()}>{formatTime(from)}</time>
      <div>
        <button type="button" className="visit" onClick={() => onVisit(id)}>
          {number}. <EnglishContent text={title} />
        </button>
        <p className="meta">
          {said.length(Math.floor(minutes / 60), minutes % 60)}
          {state === 'now' && ` · ${said.left(left)}`}
        </p>
        {state === 'now' && <progress max={minutes} value={used} aria-label={said.used(used, minutes)} />}
        {arrange && <Controls line={line} arrange={arrange} />}
      </div>
    </li>
  )
}

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
