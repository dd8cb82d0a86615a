import type { CommandStore, KeptCommand } from './command-store'
import type { Refused } from './refused'
import { type Signal, signal } from './signal'

/** What the server said to one command. `unreachable`: nothing is known, so it is sent again, under the same id. */
export type Reply = { state: 'done'; data: unknown } | { state: 'refused'; refused: Refused } | { state: 'unreachable' }

export type Outcome = { state: 'done'; data: unknown } | { state: 'refused'; refused: Refused } | { state: 'kept' }

export interface CommandQueue {
  /** Everything kept for this person: waiting for the line, or refused and waiting for them. */
  kept: Pick<Signal<readonly KeptCommand[]>, 'get' | 'subscribe'>
  /** Keeps the command on the device, then sends it; `kept` when the line is down. */
  send(command: Omit<KeptCommand, 'refused' | 'personId'>): Promise<Outcome>
  /** Sends whatever waits, in order, one after the other. */
  flush(): Promise<void>
  /** The person has read why it was refused and lets it go. */
  discard(id: string): Promise<void>
  /** The person changed nothing but wants it tried again. */
  retry(id: string): Promise<void>
}

interface Needs {
  personId: string
  store: CommandStore
  /** Sends one command in the name of `personId`; the gateway refuses it when the session is somebody else's by now. */
  post: (command: KeptCommand) => Promise<Reply>
  /** One flush at a time on this device, in whichever window. */
  alone?: (work: () => Promise<void>) => Promise<void>
}

/** Commands of one person in the order they were given: each once, each only as that person. */
export async function openCommandQueue({
  personId,
  store,
  post,
  alone = (work) => work(),
}: Needs): Promise<CommandQueue> {
  const kept = signal<readonly KeptCommand[]>(await store.of(personId))
  const waiting = new Map<string, (outcome: Outcome) => void>()
  let flushing: Promise<void> | null = null

  const refresh = async () => kept.set(await store.of(personId))
  const settle = (id: string, outcome: Outcome) => {
    waiting.get(id)?.(outcome)
    waiting.delete(id)
  }

  async function sendAll(): Promise<void> {
    for (let next = await nextWaiting(); next; next = await nextWaiting()) {
      const reply = await post(next)
      // Unknown is not refused: it stays at the head, so that nothing overtakes it.
      if (reply.state === 'unreachable') return keepAll()
      await answered(next, reply)
    }
  }

  async function nextWaiting(): Promise<KeptCommand | undefined> {
    return (await store.of(personId)).find(({ refused }) => !refused)
  }

  async function answered(command: KeptCommand, reply: Extract<Reply, { state: 'done' | 'refused' }>): Promise<void> {
    // Whoever still looks at the form is told there; otherwise the refusal is kept until they come back to it.
    const watched = waiting.has(command.id)
    if (reply.state === 'done' || watched) await store.remove(command.id)
    else await store.put({ ...command, refused: reply.refused })
    await refresh()
    settle(command.id, reply)
  }

  function keepAll(): void {
    for (const id of [...waiting.keys()]) settle(id, { state: 'kept' })
  }

  const flush = () => {
    flushing ??= alone(sendAll).finally(() => {
      flushing = null
    })
    return flushing
  }

  return {
    kept,
    flush,
    async send(command) {
      const outcome = new Promise<Outcome>((resolve) => waiting.set(command.id, resolve))
      await store.put({ ...command, personId, refused: null })
      await refresh()
      // A flush under way may already be past its last look at the store: one more after it.
      void flush().then(() => (waiting.has(command.id) ? flush() : undefined))
      return outcome
    },
    async discard(id) {
      await store.remove(id)
      await refresh()
    },
    async retry(id) {
      const command = (await store.of(personId)).find((candidate) => candidate.id === id)
      if (command) await store.put({ ...command, refused: null })
      await refresh()
      await flush()
    },
  }
}
