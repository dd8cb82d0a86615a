import { useRecords } from '../../platform/records'
import { AgreedMinutesDocument, type AgreedMinutesQuery } from './minutes.graphql'

export type AgreedMeeting = AgreedMinutesQuery['meeting']
export type Frozen = NonNullable<AgreedMeeting['agreedMinutes']>

/** The frozen minutes of a meeting, with its actions as they are now. */
export function useAgreedMinutes(id: string) {
  return useRecords(AgreedMinutesDocument, { id })
}
