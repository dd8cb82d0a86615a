import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import type { KeptCommand } from '../../platform/command-store'
import { useCommandQueue } from '../../platform/commands'
import { useLanguage } from '../../platform/language'
import { useRefusalWords } from '../../platform/refused'
import { useSignal } from '../../platform/signal'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { Standing } from './standing'
import { connectionWords } from './words'

const ClashChoice = lazy(async () => ({ default: (await import('./clash-choice')).ClashChoice }))

/** What is kept on this device, and what the server would not have. */
export function KeptList({ standing }: { standing: Standing }) {
  const words = useWords(connectionWords)
  const commands = useSignal(useCommandQueue().kept)
  const refused = commands.filter((command) => command.refused)
  const waiting = commands.filter((command) => !command.refused)
  return (
    <>
      {refused.length > 0 && <RefusedCommands commands={refused} />}
      <Waiting standing={standing} alone={refused.length === 0} />
      {(waiting.length > 0 || standing.edits > 0) && (
        <ul>
          {standing.edits > 0 && <li>{words.words(standing.edits)}</li>}
          {waiting.map((command) => (
            <li key={command.id}>
              <What command={command} />
            </li>
          ))}
        </ul>
      )}
      <TryNow standing={standing} />
      <p>
        <Link href="/waiting">{words.all}</Link>
      </p>
    </>
  )
}

function Waiting({ standing: { state, kept }, alone }: { standing: Standing; alone: boolean }) {
  const words = useWords(connectionWords)
  if (useSignal(useCommandQueue().onlyHere)) return <p>{words.onlyHere}</p>
  if (state === 'offline') {
    return (
      <>
        <h3>{kept > 0 ? words.offlineTitleKept(kept) : words.offlineTitle}</h3>
        <p className="quiet">{words.offlineText}</p>
      </>
    )
  }
  if (state === 'attention') return alone ? <p>{words.attentionText}</p> : null
  return <p>{kept > 0 ? words.savingText(kept) : words.savedText}</p>
}

function TryNow({ standing }: { standing: Standing }) {
  const words = useWords(connectionWords)
  const queue = useCommandQueue()
  if (standing.state !== 'offline' || standing.kept === 0) return null
  return (
    <Button small onClick={() => void queue.flush()}>
      {words.tryNow}
    </Button>
  )
}

/** What the server would not have: for the person to try again or let go. */
export function RefusedCommands({ commands }: { commands: readonly KeptCommand[] }) {
  const words = useWords(connectionWords)
  const say = useRefusalWords()
  return (
    <>
      <h3>{words.refusedTitle(commands.length)}</h3>
      <p className="quiet">{words.refusedText}</p>
      <ul>
        {commands.map((command) => (
          <li key={command.id}>
            <b>
              <What command={command} />
            </b>
            <p className="quiet">{command.refused && say(command.refused.code)}</p>
            <Suspense>
              <Choice command={command} />
            </Suspense>
          </li>
        ))}
      </ul>
    </>
  )
}

function Choice({ command }: { command: KeptCommand }) {
  const words = useWords(connectionWords)
  const queue = useCommandQueue()
  if (command.refused?.code === 'changed-since') return <ClashChoice command={command} refused={command.refused} />
  return (
    <div className="row">
      <Button small onClick={() => void queue.retry(command.id)}>
        {words.tryAgain}
      </Button>
      <Button small weight="bare" onClick={() => void queue.discard(command.id)}>
        {words.discard}
      </Button>
    </div>
  )
}

function What({ command }: { command: KeptCommand }) {
  return command.what[useLanguage()]
}
