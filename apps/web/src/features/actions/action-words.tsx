import { limits, whyNotWriteAction } from '@camau/domain'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { DraftPanel } from '../../editor/draft-panel'
import { EnglishContent } from '../../platform/content'
import type { RoomHere } from '../../platform/live'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Faces } from '../../ui/face'
import { heldAction } from './held-action'
import { lifeWords } from './life-words'
import { LiveField } from './live-field'
import type { LiveWords } from './live-words'
import { useLiveWords } from './use-live-words'
import { useShownTitle } from './use-shown-title'
import type { ActionLife } from './walk-steps'

interface ActionWordsProps {
  action: ActionLife
  here: RoomHere
  /** What stands between title and detail. */
  children: ReactNode
}

/** Title and detail, live. Whoever may write does so in place; everybody else reads along. */
export function ActionWords({ action, here, children }: ActionWordsProps) {
  const words = useWords(lifeWords)
  const viewer = useViewer()
  const { live, opening, waiting, readOnly, draft, titleLater } = useLiveWords(action.id)
  const showTitle = useShownTitle(action.id)
  const [field, setField] = useState<'title' | 'detail' | null>(null)
  const mayWrite = whyNotWriteAction(viewer, heldAction(action)) === null && (waiting || !readOnly)
  useWhereIWrite(here, action.id, field)
  const others = useMemo(
    () => here.people.filter(({ at }) => at !== null && 'recordId' in at && at.recordId === action.id),
    [here.people, action.id],
  )
  return (
    <>
      <h1 className={mayWrite ? 'hidden' : undefined}>
        <EnglishContent text={action.title} />
      </h1>
      {mayWrite && (
        <LiveField
          key={`title ${opening}`}
          className="page-title-text"
          oneLine
          live={live?.title ?? null}
          known={action.title}
          label={words.editWords}
          readOnly={waiting}
          maxLength={limits.title}
          onText={showTitle}
          onLeftEarly={titleLater}
          onFocus={() => setField('title')}
          onBlur={() => setField(null)}
        />
      )}
      <Faces
        people={others.map(({ connectionId, initials, name, colour }) => ({
          key: connectionId,
          initials,
          name,
          colour,
        }))}
      />
      {mayWrite && waiting && <p className="note">{words.notLive}</p>}
      {draft && (
        <DraftPanel text={draft.text} onDiscard={draft.letGo}>
          <p>{words.writing.draft}</p>
        </DraftPanel>
      )}
      {children}
      {mayWrite ? (
        <LiveField
          key={`detail ${opening}`}
          className="input detail-text"
          live={live?.detail ?? null}
          known=""
          label={words.detail}
          placeholder={words.noDetail}
          readOnly={!live}
          onFocus={() => setField('detail')}
          onBlur={() => setField(null)}
        />
      ) : (
        live && <ReadDetail live={live} />
      )}
    </>
  )
}

function ReadDetail({ live }: { live: LiveWords }) {
  const [text, setText] = useState(() => live.detail.text())
  useEffect(() => live.detail.onRemote(() => setText(live.detail.text())), [live])
  if (!text.trim()) return null
  return (
    <p className="detail-read">
      <EnglishContent text={text} />
    </p>
  )
}

function useWhereIWrite({ setPresence }: RoomHere, recordId: string, field: string | null): void {
  useEffect(() => {
    if (!field) return
    setPresence({ recordId, field })
    return () => setPresence(null)
  }, [setPresence, recordId, field])
}
