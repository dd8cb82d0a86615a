import type { ApolloClient } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { connect, type RecordsConnection } from '@camau/collab/records'
import type { Patch, Presence, RecordsChanged, RecordsRoom, Whereabouts } from '@camau/protocol'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { type OnceQuiet, onceQuiet } from './once-quiet'
import { patchCache } from './patch-cache'
import { rightsMoved } from './session'
import { type Signal, signal, useSignal } from './signal'

// The change itself is on the screen at once. Lists and counts may follow when it is quiet: asked for at each change, they would
// hold up the next one, on this screen and on everybody's.
const listsAfter = 600
const listsAtMost = 2_000

interface Room {
  people: Signal<readonly Presence[]>
  /** Called, once the changes pause, when lists that show records of this room may be out of date. */
  onLists: Set<() => void>
  onChange: Set<(change: RecordsChanged) => void>
  setPresence: (at: Whereabouts) => void
  close: () => void
  users: number
}

interface Live {
  connection: RecordsConnection
  rooms: Map<RecordsRoom, Room>
  /** One for all rooms: a change is told in several of them, and its lists are asked for once. */
  lists: OnceQuiet
  told: Told
}

/** Called with what every open room tells, be it as it happens or afterwards, for a time without a line. */
export type Told = Set<(patches: readonly Patch[]) => void>

const LiveContext = createContext<Live | null>(null)

interface LiveProviderProps {
  person: string
  /** Rises with each sign-in in place: the old connection ended with the old session. */
  signIns?: number
  children: ReactNode
}

/** One connection for everything below, for as long as the same person is here. */
export function LiveProvider({ person, signIns = 0, children }: LiveProviderProps) {
  const [live, setLive] = useState<Live | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sign-in needs another connection; the number itself says nothing.
  useEffect(() => {
    const connection = connect({ url: location.origin, person })
    const lists = onceQuiet(listsAfter, listsAtMost)
    setLive({ connection, rooms: new Map(), lists, told: new Set() })
    return () => {
      lists.cancel()
      connection.close()
    }
  }, [person, signIns])
  return live && <LiveContext value={live}>{children}</LiveContext>
}

/** The page's one connection; documents are opened over it. */
export function useConnection(): RecordsConnection {
  return useLive().connection
}

export const useTold = (): Told => useLive().told

export interface RoomHere {
  /** Who else is here. */
  people: readonly Presence[]
  setPresence: (at: Whereabouts) => void
}

/** Follows a room while the component is shown: its changes go into the cache, and `onLists` says when lists need asking again. */
export function useRoom(
  name: RecordsRoom | null,
  listeners: { onLists?: () => void; onChange?: (change: RecordsChanged) => void } = {},
): RoomHere {
  const live = useLive()
  const client = useApolloClient()
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    if (!name) return
    const entered = enter(live, client, name)
    setRoom(entered)
    return () => leave(live, name)
  }, [live, client, name])

  const { onLists, onChange } = listeners
  useListener(room?.onLists, onLists)
  useListener(room?.onChange, onChange)
  const people = useSignal(room?.people ?? nobody)
  return useMemo(() => ({ people, setPresence: (at) => room?.setPresence(at) }), [people, room])
}

const nobody = signal<readonly Presence[]>([])

function useListener<T>(listeners: Set<T> | undefined, listener: T | undefined): void {
  useEffect(() => {
    if (!listeners || !listener) return
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [listeners, listener])
}

function useLive(): Live {
  const live = use(LiveContext)
  if (!live) throw new Error('a room outside of LiveProvider')
  return live
}

function enter(live: Live, client: ApolloClient, name: RecordsRoom): Room {
  const room = live.rooms.get(name) ?? open(live, client, name)
  room.users += 1
  live.rooms.set(name, room)
  return room
}

function leave(live: Live, name: RecordsRoom): void {
  const room = live.rooms.get(name)
  if (!room) return
  room.users -= 1
  if (room.users > 0) return
  room.close()
  live.rooms.delete(name)
}

function open({ connection, lists, told }: Live, client: ApolloClient, name: RecordsRoom): Room {
  const onLists: Room['onLists'] = new Set()
  const onChange: Room['onChange'] = new Set()
  const people = signal<readonly Presence[]>([])
  const opened = connection.openRecords(name, {
    onChange(change) {
      patchCache(client.cache, change.patches)
      for (const listener of onChange) listener(change)
      for (const listener of told) listener(change.patches)
      if (change.patches.length > 0) lists.soon(onLists)
    },
    // Too much was missed, and a restriction may have been part of it: everything on the page is asked again.
    onReset() {
      rightsMoved.set(rightsMoved.get() + 1)
      void client.refetchQueries({ include: 'active' })
    },
    onPresence: (here) => people.set(here),
  })
  return {
    people,
    onLists,
    onChange,
    setPresence: opened.setPresence,
    close: opened.close,
    users: 0,
  }
}
