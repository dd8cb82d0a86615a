import type { RefusalCode } from '@camau/domain'
import { useEffect } from 'react'
import { announce } from '../../platform/announce'
import { useWords } from '../../platform/words'
import { Icon } from '../../ui/icon'
import { words } from './words'

/** Why these minutes cannot be written now; said aloud to somebody who was writing. */
export function ReadOnlyNote({ because, couldWrite }: { because: RefusalCode | undefined; couldWrite: boolean }) {
  const said = useWords(words)
  const reason = reasonOf(because, couldWrite)
  const text = said.because[reason]
  useEffect(() => {
    if (couldWrite) announce(text, 'assertive')
  }, [couldWrite, text])
  return (
    <p className={couldWrite ? 'note t-attention' : 'note'}>
      <Icon name="lock" /> <span>{text}</span>
    </p>
  )
}

function reasonOf(because: RefusalCode | undefined, couldWrite: boolean) {
  if (because === 'minutes-agreed' || because === 'read-only') return because
  if (couldWrite) return because === 'not-found' ? 'ended' : 'rights-ended'
  return because === 'not-permitted' ? because : 'other'
}
