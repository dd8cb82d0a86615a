import { type CommandStore, type KeptCommand, oldestFirst } from './command-store'
import type { Refused } from './refused'
import { type Signal, signal } from './signal'

/** What the server said to one command. `unreachable`: nothing is known, so it is sent again, under the same id. */
export type Reply = { state: 'done'; data: unknown } | { state: 'refused'; refused: Refused } | { state: 'unreachable' }

export type Outcome = { state: 'done'; data: unknown } | { state: 'refused'; refused: Refused } | { state: 'kept' }

export interface CommandQueue {
  /** What the device kept from before is known. */
  ready: Promise<void>
  /** Everything kept for this person: waiting for the line, or refused and waiting for them. */
  kept: Pick<Signal<readonly KeptCommand[]>, 'get' | 'subscribe'>
  /** What had been kept and was carried out since this page was opened. */
  sent: Pick<Signal<readonly SentCommand[]>, 'get' | 'subscribe'>
  /** Some of it is in this page alone: the device could not write it down. */
  onlyHere: Pick<Signal<boolean>, 'get' | 'subscribe'>
  /** Sends the command while the device writes it down; `kept` when the line is down and the device has it, or `onlyHere` says that it has not. */
  send(command: Omit<KeptCommand, 'refused' | 'personId'>): Promise<Outcome>
  /** Whoever gave it looks at its form no more: should it be refused, that is kept for them, unless they are `told` elsewhere. */
  leave(id: string, told?: (refused: Refused) => boolean): void
  /** Sends whatever waits, in order, one after the other. */
  flush(): Promise<void>
  /** The person has read why it was refused and lets it go. */
  discard(id: string): Promise<void>
  /** The person wants it tried again; where somebody else was quicker, `over` the version that is theirs. */
  retry(id: string, over?: number): Promise<void>
}

export interface SentCommand extends Pick<KeptCommand, 'id' | 'what'> {
  at: number
}

interface Given {
  command: KeptCommand
  written: Promise<boolean>
  /** The device would not have it. */
  failed: boolean
}

interface Needs {
  personId: string
  store: CommandStore
  /** Sends one command in the name of `personId`; the gateway refuses it when the session is somebody else's by now. */
  post: (command: KeptCommand) => Promise<Reply>
  /** The command waits no longer, whichever window sent it: what was guessed gives way to what the server said. */
  over: (id: string) => void
  /** One flush at a time on this device, in whichever window. */
  alone?: (work: () => Promise<void>) => Promise<void>
}

/** Commands of one person in the order they were given: each once, each only as that person. */
export function openCommandQueue({ personId, store, post, over, alone = (work) => work() }: Needs): CommandQueue {
  const kept = signal<readonly KeptCommand[]>([])
  const sent = signal<readonly SentCommand[]>([])
  const onlyHere = signal(false)
  const waiting = new Map<string, (outcome: Outcome) => void>()
  // Given in this window: they are sent while the device still writes them down. Whoever reloads meanwhile loses no more than
  // by waiting, and the server knows the command, or the device does, a moment sooner.
  const given = new Map<string, Given>()
  const finished = new Set<string>()
  const left = new Map<string, (refused: Refused) => boolean>()
  let flushing: Promise<void> | null = null
  let following: Promise<void> | null = null

  async function refresh(): Promise<void> {
    show(await everything())
  }

  function show(now: readonly KeptCommand[]): void {
    const before = kept.get().filter(isWaiting)
    kept.set(now)
    onlyHere.set([...given.values()].some(({ failed }) => failed))
    const still = new Set(now.filter(isWaiting).map(({ id }) => id))
    for (const { id } of before) if (!still.has(id)) over(id)
  }

  /** On the device or on its way there, oldest first. While the device cannot be read, what was known of it holds. */
  async function everything(): Promise<KeptCommand[]> {
    const stored = await store.of(personId).catch(() => kept.get())
    const elsewhere = stored.filter(({ id }) => !given.has(id) && !finished.has(id))
    return [...elsewhere, ...[...given.values()].map(({ command }) => command)].sort(oldestFirst)
  }

  /** Without room on the device the command lives as long as the page. */
  async function keep(command: KeptCommand): Promise<void> {
    const mine = given.get(command.id)
    // What the device had and has no more is over, or was sealed when its person left: it is not written back.
    const isNew = mine !== undefined && !(await mine.written)
    if (await wrote(isNew ? store.put(command) : store.rewrite(command))) given.delete(command.id)
    else given.set(command.id, { command, written: Promise.resolve(false), failed: true })
  }

  const wrote = (writing: Promise<void>): Promise<boolean> =>
    writing.then(
      () => true,
      () => false,
    )

  /** What the device will not let go of is sent again after a reload, under its old id, and answered as before. */
  async function letGo(id: string): Promise<void> {
    finished.add(id)
    show(kept.get().filter((command) => command.id !== id))
    await given.get(id)?.written
    given.delete(id)
    await store.remove(id).catch(() => undefined)
  }

  const settle = (id: string, outcome: Outcome) => {
    waiting.get(id)?.(outcome)
    waiting.delete(id)
  }

  async function sendAll(): Promise<void> {
    for (let next = await nextWaiting(); next; next = await nextWaiting()) {
      const reply = await post(next)
      // Unknown is not refused: it stays at the head, so that nothing overtakes it.
      if (reply.state === 'unreachable') {
        await keepAll()
        break
      }
      await answered(next, reply)
    }
    // Another window may have sent what this one showed as waiting.
    await refresh()
  }

  async function nextWaiting(): Promise<KeptCommand | undefined> {
    return (await everything()).find(isWaiting)
  }

  async function answered(command: KeptCommand, reply: Extract<Reply, { state: 'done' | 'refused' }>): Promise<void> {
    // Whoever still looks at the form is told there; otherwise the refusal is kept until they come back to it.
    const watched = waiting.has(command.id)
    if (reply.state === 'done' && !watched)
      sent.set([...sent.get(), { id: command.id, what: command.what, at: Date.now() }])
    const isOver = reply.state === 'done' || (watched && (left.get(command.id)?.(reply.refused) ?? true))
    left.delete(command.id)
    const noted = isOver ? letGo(command.id) : keep({ ...command, refused: reply.refused })
    settle(command.id, reply)
    await noted
    await refresh()
  }

  async function keepAll(): Promise<void> {
    for (const { command, written } of [...given.values()]) {
      if (await written) given.delete(command.id)
      // Once more: the device may have room again, or have been opened anew.
      else await keep(command)
      settle(command.id, { state: 'kept' })
    }
  }

  /** A flush under way may be past its last look at what waits: then one more follows it. */
  function flush(): Promise<void> {
    if (flushing) {
      following ??= flushing
        .catch(() => undefined)
        .then(() => {
          following = null
          return flush()
        })
      return following
    }
    flushing = alone(sendAll).finally(() => {
      flushing = null
    })
    return flushing
  }

  return {
    ready: refresh(),
    kept,
    sent,
    onlyHere,
    flush,
    send(asked) {
      const command: KeptCommand = { ...asked, personId, refused: null }
      const outcome = new Promise<Outcome>((resolve) => waiting.set(command.id, resolve))
      given.set(command.id, { command, written: Promise.resolve(false), failed: false })
      show([...kept.get(), command])
      void flush()
      // Written after the flush has begun to look: it need not wait for the pen.
      given.set(command.id, { command, written: wrote(store.put(command)), failed: false })
      return outcome
    },
    leave(id, told = () => false) {
      if (waiting.has(id)) left.set(id, told)
    },
    async discard(id) {
      await letGo(id)
      await refresh()
    },
    async retry(id, over) {
      const command = (await everything()).find((candidate) => candidate.id === id)
      if (command) await keep({ ...withVersion(command, over), refused: null })
      await refresh()
      await flush()
    },
  }
}

const isWaiting = ({ refused }: KeptCommand) => !refused

function withVersion(command: KeptCommand, basedOn: number | undefined): KeptCommand {
  return basedOn === undefined ? command : { ...command, variables: { input: { ...command.variables.input, basedOn } } }
}
