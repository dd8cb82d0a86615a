import type { OpenDocument } from '@camau/collab'
import { useEffect, useState } from 'react'
import { Faces } from '../ui/face'
import { othersIn } from './carets'

/** Who else has a caret in the text, for those who read along. */
export function WritingNow({ awareness }: OpenDocument) {
  const [others, setOthers] = useState(() => othersIn(awareness))
  useEffect(() => {
    const look = () => setOthers(othersIn(awareness))
    look()
    awareness.on('change', look)
    return () => awareness.off('change', look)
  }, [awareness])
  const people = new Map(others.map(({ user }) => [user.personId, user]))
  return (
    <Faces
      people={[...people].map(([key, { name, initials, colour }]) => ({ key: String(key), name, initials, colour }))}
    />
  )
}
