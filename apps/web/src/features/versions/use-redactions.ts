import type { RecordsChanged } from '@camau/protocol'
import { useCallback, useState } from 'react'
import { useRoom } from '../../platform/live'

/** Rises each time that words are taken out of a text for good: what shows it then begins anew, without them. */
export function useRedactions(documentId: string): number {
  const [times, setTimes] = useState(0)
  const onChange = useCallback(
    ({ patches }: RecordsChanged) => {
      const isOfText = patches.some(
        ({ type, fields }) => type === 'DocumentRedaction' && fields.documentId === documentId,
      )
      if (isOfText) setTimes((before) => before + 1)
    },
    [documentId],
  )
  useRoom('programme', { onChange })
  return times
}
