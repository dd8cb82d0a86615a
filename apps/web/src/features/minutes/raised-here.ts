import type { RefusalCode } from '@camau/domain'
import { type KeptCommand } from '../../platform/command-store'
import { newId, useCommand, useCommandQueue } from '../../platform/commands'
import { type Signal, signal, useSignal } from '../../platform/signal'
import { RaiseActionDocument } from './minutes.graphql'

/** An action that was raised on this device and is not in the log yet. */
export type RaisedHere = { title: string } & ({ state: 'pending' } | { state: 'refused'; code: RefusalCode })

// Refusals that were told while the page was open; what is kept for later stands in the queue of commands.
const refusals: Signal<ReadonlyMap<string, { title: string; code: RefusalCode }>> = signal(new Map())
const underWay: Signal<ReadonlyMap<string, string>> = signal(new Map())

/** What this device knows of an action the log does not have: its words, and whether somebody said no. */
export function useRaisedHere(id: string): RaisedHere | null {
  const kept = useSignal(useCommandQueue().kept).find((command) => idOf(command) === id)
  const refused = useSignal(refusals).get(id)
  const title = useSignal(underWay).get(id)
  if (refused) return { state: 'refused', ...refused }
  if (kept?.refused) return { state: 'refused', title: titleOf(kept), code: kept.refused.code }
  if (kept) return { state: 'pending', title: titleOf(kept) }
  return title === undefined ? null : { state: 'pending', title }
}

/** Raises an action from words of the minutes. The id is made here, so that it can stand in the text at once, also offline. */
export function useRaiseAction({ meetingId, bodyId }: { meetingId: string; bodyId: string }) {
  const { run } = useCommand(RaiseActionDocument, { what: { en: 'Raise an action', cy: 'Codi cam gweithredu' } })
  return (title: string, id = newId()): string => {
    refusals.set(without(refusals.get(), id))
    underWay.set(new Map([...underWay.get(), [id, title]]))
    void run({ id, bodyId, meetingId, title }).then((result) => {
      if (result.state === 'refused') {
        refusals.set(new Map([...refusals.get(), [id, { title, code: result.refused.code }]]))
      }
      underWay.set(without(underWay.get(), id))
    })
    return id
  }
}

/** Forgets a refusal: its words went back into the text, or away. */
export function useForgetRaised(): (id: string) => void {
  const queue = useCommandQueue()
  return (id) => {
    refusals.set(without(refusals.get(), id))
    const kept = queue.kept.get().find((command) => idOf(command) === id && command.refused)
    if (kept) void queue.discard(kept.id)
  }
}

function idOf({ variables: { input } }: KeptCommand): string | null {
  return 'id' in input && 'title' in input && typeof input.id === 'string' ? input.id : null
}

function titleOf({ variables: { input } }: KeptCommand): string {
  return 'title' in input && typeof input.title === 'string' ? input.title : ''
}

function without<T>(map: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
  return new Map([...map].filter(([key]) => key !== id))
}
