import type { Presence } from '@camau/protocol'
import { useEffect } from 'react'
import { useRoom } from '../../platform/live'
import type { MeetingOnPage } from './meeting-on-page'
import type { Writer } from './slots'

/** Somebody else who has this meeting open, and the item they write under. */
export interface PersonHere {
  personId: string
  name: string
  initials: string
  colour: number
  itemId: string | null
  writing: boolean
}

/** Follows the body's room for the whole page: its changes reach the cache, and its people are shown. */
export function useWhoIsHere(meeting: MeetingOnPage, writers: readonly Writer[], onLists: () => void): PersonHere[] {
  const { people, setPresence } = useRoom(`body:${meeting.body.id}`, { onLists })
  useEffect(() => {
    setPresence({ recordId: meeting.id, field: 'page' })
    return () => setPresence(null)
  }, [setPresence, meeting.id])
  const here = people.filter((one) => isAt(one, meeting.id))
  const once = new Map(here.map((one) => [one.personId, one]))
  return [...once.values()].map((one) => {
    const writer = writers.find(({ personId }) => personId === one.personId)
    const { personId, name, initials, colour } = one
    return { personId, name, initials, colour, itemId: writer?.itemId ?? null, writing: writer !== undefined }
  })
}

function isAt({ at }: Presence, meetingId: string): boolean {
  return at !== null && 'recordId' in at && at.recordId === meetingId
}
