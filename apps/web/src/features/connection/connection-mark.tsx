import { useEffect, useRef } from 'react'
import { announce } from '../../platform/announce'
import { useWords } from '../../platform/words'
import { Icon, type IconName } from '../../ui/icon'
import { KeptList } from './kept-list'
import type { Standing } from './standing'
import { useStanding } from './use-standing'
import { connectionWords } from './words'
import './connection.css'

const icons: Record<Standing['state'], IconName> = {
  saved: 'tick',
  saving: 'up',
  offline: 'offline',
  attention: 'attention',
}

/** Always in the same place, on every size of screen; opens the list of what is kept. */
export function ConnectionMark() {
  const words = useWords(connectionWords)
  const standing = useStanding()
  const { state, kept } = standing
  const said = {
    saved: words.saved,
    saving: words.saving(kept),
    offline: kept > 0 ? words.offlineKept(kept) : words.offline,
    attention: words.attention,
  }[state]
  useSpokenOnce(state, state === 'saved' ? words.backOnline : said)
  return (
    <>
      <button type="button" className={`state ${state}`} popoverTarget="kept">
        <Icon name={icons[state]} />
        <span>{said}</span>
      </button>
      <div id="kept" popover="auto" className="sheetlet kept">
        <KeptList standing={standing} />
      </div>
    </>
  )
}

/** Saving is not spoken: it would be said at every sentence. */
function useSpokenOnce(state: Standing['state'], said: string): void {
  const before = useRef(state)
  useEffect(() => {
    if (state === before.current || state === 'saving') return
    const worthSaying = state !== 'saved' || before.current !== 'saving'
    before.current = state
    if (worthSaying) announce(said, state === 'attention' ? 'assertive' : 'polite')
  }, [state, said])
}
