import { limits } from '@camau/domain'
import type { RecordsChanged, RecordsRoom } from '@camau/protocol'
import { useCallback, useMemo, useState } from 'react'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { ActionHistoryDocument, type ActionHistoryQuery } from './actions.graphql.js'
import { lifeWords } from './life-words'
import type { ActionLife } from './walk-steps'

type Change = ActionHistoryQuery['changes'][number]
/** One line, as the server answers it or as it is told live. */
type Line = Pick<Change, 'seq' | 'at' | 'command' | 'patches'> & { actor: { name: string } | null }
const shownAtFirst = 10

/** Everything that happened to the action here, newest first: who, what, when. */
export function ActionHistory({ action }: { action: ActionLife }) {
  const words = useWords(lifeWords)
  const dates = useDates()
  const room: RecordsRoom = `body:${action.body.id}`
  const { data } = useRecords(ActionHistoryDocument, { room, last: limits.page })
  const [all, setAll] = useState(false)
  // What is told live is the line itself: nothing need be asked for again.
  const [told, setTold] = useState<readonly Line[]>([])
  useRoom(room, { onChange: useCallback((change: RecordsChanged) => setTold((lines) => [...lines, change]), []) })
  const changes = useMemo(() => linesOf(action.id, data?.changes ?? [], told), [action.id, data, told])
  const shown = all ? changes : changes.slice(0, shownAtFirst)
  return (
    <section className="stack-s">
      <h2>{words.history}</h2>
      {changes.length === 0 && <p className="quiet">{words.noHistory}</p>}
      <ul className="list">
        {shown.map((change) => (
          <li key={change.seq}>
            <b>{change.actor?.name ?? words.unknownPerson}</b>: {saidOf(change, words)}
            <p className="meta">{dates.dateTime(change.at)}</p>
          </li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <Button small onClick={() => setAll(true)}>
          {words.earlier(changes.length - shown.length)}
        </Button>
      )}
    </section>
  )
}

/** What concerns the action, each once, newest first: a line may be told while it is asked for. */
function linesOf(id: string, asked: readonly Line[], told: readonly Line[]): Line[] {
  const bySeq = new Map([...asked, ...told].map((line) => [line.seq, line]))
  return [...bySeq.values()]
    .filter(({ patches }) => patches.some((patch) => patch.id === id))
    .sort((a, b) => b.seq - a.seq)
}

function saidOf({ command }: Line, words: { commands: Record<string, string>; changed: string }): string {
  if (!command) return words.changed
  return words.commands[command] ?? words.changed
}
