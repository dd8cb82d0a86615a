import type { ActionStatus, BodyPlace, MeetingStatus } from '@camau/domain'
import { type ComponentType, createContext, use } from 'react'

// What the page of a meeting gives the minutes. Actions and decisions are other features: they come in as parts.

export interface ActionParts {
  StatusMark: ComponentType<{ status: ActionStatus }>
  GiveOwner: ComponentType<{ actionId: string; body: BodyPlace }>
}

export interface LiveMinutesProps {
  meeting: {
    id: string
    body: BodyPlace
    name: { body: string; day: string }
    status: MeetingStatus
    currentItemId: string | null
    agenda: readonly { id: string; title: string }[]
  }
  goTo: { itemId: string | null; asked: number } | null
  onWriters: (writers: readonly { personId: string; itemId: string | null }[]) => void
  recordDecision: (text: string) => Promise<string | null>
  parts: ActionParts
}

interface NodeSurroundings {
  meetingId: string
  body: BodyPlace
  parts: ActionParts
}

const Surroundings = createContext<NodeSurroundings | null>(null)

/** The nodes of the text are drawn far from the page; this is how they know their meeting. */
export const SurroundingsProvider = Surroundings

export function useSurroundings(): NodeSurroundings {
  const found = use(Surroundings)
  if (!found) throw new Error('a node of the minutes outside of its meeting')
  return found
}
