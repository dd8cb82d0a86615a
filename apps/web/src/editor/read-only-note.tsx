import { useEffect } from 'react'
import { announce } from '../platform/announce'
import { Icon } from '../ui/icon'

/** Why a text cannot be written now; said aloud to somebody who was writing. */
export function ReadOnlyNote({ text, couldWrite }: { text: string; couldWrite: boolean }) {
  useEffect(() => {
    if (couldWrite) announce(text, 'assertive')
  }, [couldWrite, text])
  return (
    <p className={couldWrite ? 'note t-attention' : 'note no-print'}>
      <Icon name="lock" /> <span>{text}</span>
    </p>
  )
}
