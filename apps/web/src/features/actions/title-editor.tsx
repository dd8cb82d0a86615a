import { limits } from '@camau/domain'
import type { KeyboardEvent } from 'react'
import { useWords } from '../../platform/words'
import { lifeWords } from './life-words'
import { LiveField } from './live-field'
import { useLiveWords } from './use-live-words'
import { useShownTitle } from './use-shown-title'

interface TitleEditorProps {
  actionId: string
  /** What the row shows until the live text is here. */
  title: string
  label: string
  onLeave: (way: 'stay' | 'next') => void
}

/** The title as live text in its cell. The words are live, so leaving keeps them in every case. */
export function TitleEditor({ actionId, title, label, onLeave }: TitleEditorProps) {
  const words = useWords(lifeWords)
  const { live, opening, readOnly, draft, titleLater } = useLiveWords(actionId)
  const show = useShownTitle(actionId)
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      onLeave('stay')
    } else if (event.key === 'Tab') onLeave('next')
  }
  return (
    <>
      <LiveField
        key={opening}
        className="cell-text"
        oneLine
        focusNow
        live={live?.title ?? null}
        known={title}
        label={label}
        readOnly={readOnly}
        maxLength={limits.title}
        onText={show}
        onLeftEarly={titleLater}
        onKeyDown={onKeyDown}
      />
      {readOnly && <span className="meta">{words.notLive}</span>}
      {draft && (
        <span className="cell-note">
          {words.writing.draft} <q>{draft.text}</q>
        </span>
      )}
    </>
  )
}
