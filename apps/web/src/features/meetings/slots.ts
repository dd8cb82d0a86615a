import type { ActionStatus, BodyPlace, MeetingStatus } from '@camau/domain'
import type { ComponentType } from 'react'

// Features do not know each other. What the meeting page shows of minutes, actions and decisions comes in through these,
// put together where routes are.

/** What the minutes need to know of their meeting. */
export interface MinutesMeeting {
  id: string
  body: BodyPlace
  /** Body and day, for the editor's accessible name. */
  name: { body: string; day: string }
  status: MeetingStatus
  /** The item that is on, while the meeting runs: what came before it steps back a little. */
  currentItemId: string | null
  agenda: readonly { id: string; title: string }[]
}

/** Who writes, and under which item; told whenever it changes. */
export interface Writer {
  personId: string
  itemId: string | null
}

/** Where the reader wants to be taken; `asked` rises with each request, also for the same item. */
export interface Destination {
  /** null: to the words, wherever the caret stood. */
  itemId: string | null
  asked: number
}

/** How an action is drawn, and given an owner: the action log's own ways. */
export interface ActionParts {
  StatusMark: ComponentType<{ status: ActionStatus }>
  /** “Give it an owner”, for those who may; nothing for others. */
  GiveOwner: ComponentType<{ actionId: string; body: BodyPlace }>
}

export interface MinutesSlot {
  meeting: MinutesMeeting
  goTo: Destination | null
  onWriters: (writers: readonly Writer[]) => void
  /** Opens the form for a decision with these words in it; answers with the new decision's id, or null when it was left. */
  recordDecision: (text: string) => Promise<string | null>
  parts: ActionParts
}

export interface DecisionSlot {
  meetingId: string
  text: string
  people: readonly { id: string; name: string }[]
  actions: readonly { id: string; number: number; title: string }[]
  onDone: (decisionId: string | null) => void
}

export interface AgendaItemSlot {
  meeting: Pick<MinutesMeeting, 'id' | 'body' | 'agenda'>
  item: { id: string; title: string }
  arranging: boolean
}

export interface MeetingSlots {
  /** What others do with an item of the agenda. */
  AgendaItem: ComponentType<AgendaItemSlot>
  /** The live editor. */
  Minutes: ComponentType<MinutesSlot>
  /** The frozen text of agreed minutes. */
  AgreedText: ComponentType<{ meetingId: string }>
  RecordDecision: ComponentType<DecisionSlot>
  /** What is on the agenda for some alone. */
  Restricted: ComponentType<{ meeting: Pick<MinutesMeeting, 'id' | 'body' | 'status' | 'agenda'> }>
  actions: ActionParts
}
