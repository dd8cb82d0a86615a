import type { Place } from '@camau/domain'
import { placeOf } from './body-place'
import { useRecords } from './records'
import { WorkstreamOptionsDocument } from './workstream-options.graphql'

export interface WorkstreamOption {
  id: string
  number: number
  place: Place
}

/** The workstreams, each with the place where rights are asked. */
export function useWorkstreamOptions(): readonly WorkstreamOption[] {
  const { data } = useRecords(WorkstreamOptionsDocument)
  return (data?.workstreams ?? []).map(({ id, number, body }) => ({
    id,
    number,
    place: {
      space: 'body',
      body: placeOf(body),
    },
  }))
}
