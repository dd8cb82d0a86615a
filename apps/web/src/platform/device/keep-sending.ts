import type { RecordsConnection, Status } from '@camau/collab/records'
import type { DocumentId } from '@camau/protocol'
import { onceQuiet } from '../once-quiet'
import { signal } from '../signal'
import { leftTexts, type Outcome, sendLeft } from './send-waiting'

const tryEvery = 10_000
/** A text that was just left is out of the status before it shows on the device. */
const lookAfter = 300

/** Sends what texts that were left still hold, as long as there is any, and counts it into what the mark shows. */
export function keepSending(
  connection: RecordsConnection,
  personId: string,
): {
  /** Tries everything at once: there is a line again, or another right. */
  now: () => Promise<void>
  stop: () => void
} {
  const { line } = connection.channel
  const status = signal<Status>({ state: 'saved', kept: 0 })
  const tried = new Map<DocumentId, Outcome>()
  let left = new Map<DocumentId, number>()
  let looking: Promise<void> | null = null
  let stopped = false
  /** How many texts had been left when the device was looked at; what was left since is not counted yet, and not saved either. */
  let seen = connection.leftUnsaved()
  const isConnected = () => !stopped && line.get().state === 'connected'

  const tell = () => {
    const justLeft = isConnected() ? connection.leftUnsaved() - seen : 0
    if (canTell()) status.set(statusOf(left, tried, justLeft))
  }
  const count = async () => {
    const leftUnsaved = connection.leftUnsaved()
    left = await leftTexts(personId)
    seen = leftUnsaved
    for (const id of tried.keys()) if (!left.has(id)) tried.delete(id)
    tell()
  }
  const send = async (id: DocumentId, edits: number) => {
    const { outcome, text } = await sendLeft(connection, id, () => {
      left.set(id, 0)
      tell()
    })
    tried.set(id, outcome)
    if (outcome === 'sent') left.delete(id)
    else left.set(id, edits)
    tell() // before the text stops counting it
    const others = connection.leftUnsaved() - seen
    text.close()
    seen = connection.leftUnsaved() - others
  }
  const lookNow = async (isTime: boolean) => {
    await count()
    const due = [...left].filter(([id]) => isDue(tried.get(id), isTime))
    for (const [id, edits] of due) if (isConnected()) await send(id, edits)
  }
  /** What is left for the first time goes at once, the rest when it is time. */
  const look = (isTime: boolean) => {
    looking ??= lookNow(isTime)
      .catch(() => undefined) // no storage, or the line went: next time
      .finally(() => {
        looking = null
      })
    return looking
  }
  // Not without a line: a day's edits would be read again at every pause, and nothing could go.
  const lookIf = (isTime: boolean) => void (canTell() && isConnected() && look(isTime))
  const lookAgain = () => lookIf(false)
  const soon = onceQuiet(lookAfter, tryEvery)
  const timer = setInterval(() => lookIf(true), tryEvery)
  const now = () => {
    tried.clear()
    return look(true)
  }
  const stops = [
    connection.track(status),
    connection.status.subscribe(() => {
      tell()
      soon.soon([lookAgain])
    }),
    line.subscribe(() => {
      if (isConnected()) return void now()
      tried.clear()
      tell()
    }),
  ]
  return {
    now,
    stop() {
      stopped = true
      clearInterval(timer)
      soon.cancel()
      for (const stop of stops) stop()
    },
  }
}

/** Without Web Locks (plain http beyond this machine) nobody knows a text that was left from one that is open: only a new line tries then. */
const canTell = () => Boolean(navigator.locks)

function isDue(before: Outcome | undefined, isTime: boolean): boolean {
  return before === undefined || (isTime && (before === 'waits' || before === 'sent'))
}

/** What is refused needs its author, on the text's own page; nothing can be done where that is not to be seen any more. */
function statusOf(
  left: ReadonlyMap<DocumentId, number>,
  tried: ReadonlyMap<DocumentId, Outcome>,
  justLeft: number,
): Status {
  const counted = [...left].filter(([id]) => tried.get(id) !== 'not-found')
  const kept = counted.reduce((sum, [, edits]) => sum + edits, justLeft)
  if (kept === 0 && counted.length === 0) return { state: 'saved', kept }
  const isRefused = counted.some(([id]) => !isDue(tried.get(id), true))
  return { state: isRefused ? 'attention' : 'saving', kept }
}
