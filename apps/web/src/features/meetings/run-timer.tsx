import { useEffect } from 'react'
import { announce } from '../../platform/announce'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import type { AgendaLine } from './agenda-times'
import { runWords } from './run-words'
import { words } from './words'

/** What is left of the item that is on, or by how much it is over: in words, not by a colour alone. */
export function RunTimer({ line: { minutes, used, left, title } }: { line: AgendaLine }) {
  const said = useWords(runWords)
  const all = useWords(words)
  const over = left < 0
  useEffect(() => {
    if (over) announce(said.overrunSaid(title), 'assertive')
  }, [over, title, said])
  return (
    <div className="run-timer">
      <p>
        {over ? (
          <Flag tone="late" icon="clock">
            {said.overrun(-left)}
          </Flag>
        ) : (
          <b>{said.left(left)}</b>
        )}{' '}
        <span className="meta">{said.planned(minutes)}</span>
      </p>
      <progress max={Math.max(minutes, 1)} value={Math.min(used, minutes)} aria-label={all.used(used, minutes)} />
    </div>
  )
}
