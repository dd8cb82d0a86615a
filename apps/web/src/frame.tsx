import { lazy, type MouseEvent, Suspense, useCallback, useState } from 'react'
import { keptTitles } from './features/actions/kept-titles'
import { ConnectionMark } from './features/connection/connection-mark'
import { RightsChanged } from './features/connection/rights-changed'
import { SessionEnded } from './features/connection/session-ended'
import { useTellWaiting } from './features/home/use-needs'
import { Bell } from './features/inbox/bell'
import { MyMenu } from './features/me/my-menu'
import { Bar } from './features/places/bar'
import { Places } from './features/places/places'
import { placesWords } from './features/places/words'
import { useKeys } from './features/search/use-keys'
import type { Reading } from './platform/device/device-store'
import { useKeptFocus } from './platform/kept-focus'
import { hasActed } from './platform/last-acts'
import { useConnection, useRoom } from './platform/live'
import { useSignal } from './platform/signal'
import { useWords } from './platform/words'
import { Routes } from './routes'
import { useGoings } from './use-goings'
import { useLeaving } from './use-leaving'
import { useNotices } from './use-notices'

const Palette = lazy(async () => ({ default: (await import('./features/search/palette')).Palette }))
const Shortcuts = lazy(async () => ({ default: (await import('./features/search/shortcuts')).Shortcuts }))

const UndoLine = lazy(async () => ({ default: (await import('./features/undo/undo-line')).UndoLine }))

const KeptTitlesPanel = lazy(async () => ({
  default: (await import('./features/actions/kept-titles-panel')).KeptTitlesPanel,
}))

const DeviceKeeper = lazy(async () => ({ default: (await import('./device-keeper')).DeviceKeeper }))

interface FrameProps {
  /** What this device kept, while the server has not been reached. */
  reading: Reading | undefined
  onSignOut: () => void
  /** Signed in again, in place. */
  onBack: () => void
  /** Reads the viewer again, and tells whether offices came or went. */
  onRights: () => Promise<boolean>
}

/** One column of places, one line of context, one sheet. */
export function Frame({ reading, onSignOut, onBack, onRights }: FrameProps) {
  const words = useWords(placesWords)
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const onFind = useCallback(() => setOpen('palette'), [])
  const onShortcuts = useCallback(() => setOpen('shortcuts'), [])
  const onClose = useCallback(() => setOpen(null), [])
  const someKept = useSignal(keptTitles).length > 0
  const someDone = useSignal(hasActed)
  useKeys({ onFind, onShortcuts })
  const { leave, dialog: leaving } = useLeaving(onSignOut)
  useGoings({ onShortcuts, onSignOut: leave })
  useNotices(useConnection(), onRights)
  useTellWaiting()
  useRoom('programme')
  useKeptFocus()
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place on this page; the click only takes the focus along. */}
      <a className="skip" href="#content" onClick={toContent}>
        {words.skip}
      </a>
      <div className="app">
        <Places />
        <div className="main">
          <Bar
            mark={
              <>
                <Bell />
                <ConnectionMark />
              </>
            }
            me={<MyMenu onShortcuts={onShortcuts} onSignOut={leave} />}
            onFind={onFind}
          />
          <Suspense>
            <DeviceKeeper reading={reading} />
          </Suspense>
          <RightsChanged />
          <SessionEnded onBack={onBack} />
          <Suspense>{someKept && <KeptTitlesPanel />}</Suspense>
          <Routes />
          <Suspense>{someDone && <UndoLine />}</Suspense>
        </div>
      </div>
      <Suspense>
        {leaving}
        {open === 'palette' && <Palette onClose={onClose} />}
        {open === 'shortcuts' && <Shortcuts onClose={onClose} />}
      </Suspense>
    </>
  )
}

/** The focus goes there, and the address stays: a step in the history would look like coming back to a page. */
function toContent(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
