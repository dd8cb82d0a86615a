import { type Viewer, whyNotWriteEvidence } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { useWorkstreamOptions, type WorkstreamOption } from '../../platform/workstream-options'
import type { Asked } from '../../ui/form-dialog'
import { evidenceWords } from './words'

const advisoryGroup = {
  space: 'body',
  body: { id: 'body-mag', kind: 'advisory-group', parentId: null },
} as const

/** Where the viewer may write down evidence: workstreams by id, and null for the programme as a whole. */
export function writtenPlaces(viewer: Viewer, workstreams: readonly WorkstreamOption[]) {
  const own = workstreams.filter(({ place }) => whyNotWriteEvidence(viewer, place) === null)
  const whole = whyNotWriteEvidence(viewer, advisoryGroup) === null
  return [...own.map(({ id, number }) => ({ id, number })), ...(whole ? [{ id: '', number: null }] : [])]
}

/** The field that asks where a record belongs; null where the viewer may write nowhere. */
export function usePlaceField(): Asked | null {
  const words = useWords(evidenceWords)
  const places = writtenPlaces(useViewer(), useWorkstreamOptions())
  const [first] = places
  if (!first) return null
  return {
    name: 'workstreamId',
    label: words.workstream,
    kind: 'choice',
    optional: true,
    first: first.id,
    options: places.map(({ id, number }) => ({
      value: id,
      name: number === null ? words.whole : words.workstreamOf(number),
    })),
  }
}
