import { limits } from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import { useCallback, useEffect, useState } from 'react'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { ActionHistoryDocument, type ActionHistoryQuery } from './actions.graphql.js'
import { lifeWords } from './life-words'
import type { ActionLife } from './walk-steps'

type Change = ActionHistoryQuery['changes'][number]
const shownAtFirst = 10

/** Everything that happened to the action here, newest first: who, what, when. */
export function ActionHistory({ action }: { action: ActionLife }) {
  const words = useWords(lifeWords)
  const dates = useDates()
  const room: RecordsRoom = `body:${action.body.id}`
  const { data, retry } = useRecords(ActionHistoryDocument, { room, last: limits.page })
  const [all, setAll] = useState(false)
  const [stale, setStale] = useState(0)
  useRoom(room, { onLists: useCallback(() => setStale((n) => n + 1), []) })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again once a change, not once a render.
  useEffect(() => {
    if (stale) retry()
  }, [stale])
  const changes = (data?.changes ?? []).filter(concerns(action.id)).sort((a, b) => b.seq - a.seq)
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

function concerns(id: string): (change: Change) => boolean {
  return ({ patches }) => patches.some((patch) => patch.id === id)
}

function saidOf({ command }: Change, words: { commands: Record<string, string>; changed: string }): string {
  if (!command) return words.changed
  return words.commands[command] ?? words.changed
}
