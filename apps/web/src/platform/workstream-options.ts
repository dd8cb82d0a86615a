import type { Place } from '@camau/domain'
import { domainName } from './enums'
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
      body: { id: body.id, kind: domainName(body.kind), parentId: body.parent?.id ?? null },
    },
  }))
}
