import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { type CommandQueue, openCommandQueue } from './command-queue'
import { type KeptCommand, openCommandStore } from './command-store'
import { forgetActs, rememberAct } from './last-acts'
import { postCommand } from './post-command'
import { fetchRefusalWords, type Refused } from './refused'
import { sessionEnded } from './session'

export { newId }

const QueueContext = createContext<CommandQueue | null>(null)

/** The commands of the person who is here. Another person on the same device has a queue of their own. */
export function CommandsProvider({ person, children }: { person: string; children: ReactNode }) {
  const client = useApolloClient()
  const queue = useMemo(() => openQueue(client, person), [client, person])
  useEffect(() => {
    let stop = () => {}
    let gone = false
    void queue.ready.then(() => {
      if (gone) return
      // After a reload the screen shows what is still to be sent, as it did before.
      for (const command of queue.kept.get()) if (command.guess && !command.refused) paint(client, command)
      stop = keepFlushing(queue)
    })
    return () => {
      gone = true
      stop()
      forgetActs()
    }
  }, [client, queue])
  return <QueueContext value={queue}>{children}</QueueContext>
}

export function useCommandQueue(): CommandQueue {
  const queue = use(QueueContext)
  if (!queue) throw new Error('a command outside of CommandsProvider')
  return queue
}

/** What became of a command: carried out, refused with words to show, or kept on the device until the line returns. */
export type Result<Data> = { state: 'done'; data: Data } | { state: 'kept' } | { state: 'refused'; refused: Refused }

export interface Command<Data, Input> {
  run: (input: Omit<Input, 'mutationId'>) => Promise<Result<Data>>
  /** Sent and not yet answered. */
  busy: boolean
  /** The last no, until the next attempt or `forget`. */
  refused: Refused | null
  forget: () => void
}

interface CommandOptions<Data, Input> {
  /** What it does, for the list of what is kept: `{ en: 'Close action 60', cy: 'Cau cam gweithredu 60' }`. */
  what: { en: string; cy: string }
  /** What the answer will be, shown until it comes; also while offline. A function where it depends on what was entered. */
  optimistic?: Data | ((input: Omit<Input, 'mutationId'>) => Data)
  /** Words were written for it: their form stays until the answer, so that a refusal loses none of them. */
  patient?: boolean
  /** Such a no is told outside of what gave the command, too, and reaches whoever has left that. */
  toldElsewhere?: (refused: Refused) => boolean
}

type WithInput = OperationVariables & { input: { mutationId: string } }

/** A command of GraphQL: kept on the device first, sent once and in order, refusals handed back in place. */
export function useCommand<Data, Variables extends WithInput>(
  document: TypedDocumentNode<Data, Variables>,
  { what, optimistic, patient = false, toldElsewhere }: CommandOptions<Data, Variables['input']>,
): Command<Data, Variables['input']> {
  const queue = useCommandQueue()
  const client = useApolloClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [underWay] = useState(() => new Set<string>())
  const told = useRef(toldElsewhere)
  told.current = toldElsewhere
  useEffect(
    () => () => {
      for (const id of underWay) queue.leave(id, told.current)
    },
    [queue, underWay],
  )

  const run = async (input: Omit<Variables['input'], 'mutationId'>): Promise<Result<Data>> => {
    const id = newId()
    setBusy(true)
    setRefused(null)
    const guess = optimistic instanceof Function ? optimistic(input) : optimistic
    if (guess !== undefined && !patient) paint(client, { id, document, guess })
    underWay.add(id)
    const outcome = await queue.send({
      id,
      document,
      variables: { input: { ...input, mutationId: id } },
      what,
      at: Date.now(),
      ...(guess !== undefined && { guess }),
    })
    underWay.delete(id)
    if (guess !== undefined && patient && outcome.state === 'kept') paint(client, { id, document, guess })
    if (outcome.state === 'refused') await fetchRefusalWords()
    if (outcome.state === 'done') rememberAct(document, { id, what })
    setBusy(false)
    if (outcome.state === 'refused') setRefused(outcome.refused)
    // The document says what its answer holds; the server's schema is checked against it when types are written.
    return outcome.state === 'done' ? { state: 'done', data: outcome.data as Data } : outcome
  }
  return { run, busy, refused, forget: useCallback(() => setRefused(null), []) }
}

/** Shows the answer to expect until the command is answered. */
function paint(client: ApolloClient, { id, document, guess }: Pick<KeptCommand, 'id' | 'document' | 'guess'>): void {
  client.cache.recordOptimisticTransaction((cache) => {
    cache.write({ dataId: 'ROOT_MUTATION', query: document, result: Object(guess) })
  }, id)
}

function openQueue(client: ApolloClient, personId: string): CommandQueue {
  const alone = (work: () => Promise<void>) =>
    navigator.locks ? navigator.locks.request(`camau-commands-${personId}`, work) : work()
  return openCommandQueue({
    personId,
    store: openCommandStore(),
    alone,
    post: (command) => postCommand(client, command),
    over: (id) => client.cache.removeOptimistic(id),
  })
}

/** Tries again whenever the line may be back. */
function keepFlushing(queue: CommandQueue): () => void {
  const flush = () => void queue.flush()
  const timer = setInterval(() => {
    if (queue.kept.get().some(({ refused }) => !refused)) flush()
  }, 5_000)
  window.addEventListener('online', flush)
  const stopWatching = sessionEnded.subscribe(() => !sessionEnded.get() && flush())
  flush()
  return () => {
    clearInterval(timer)
    stopWatching()
    window.removeEventListener('online', flush)
  }
}
