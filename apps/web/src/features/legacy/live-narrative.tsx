import type { OpenDocument } from '@camau/collab'
import type { RefusalCode } from '@camau/domain'
import { useCallback, useRef, useState } from 'react'
import { OpenText } from '../../editor/open-text'
import { type Lost, useLiveDocument } from '../../editor/use-live-document'
import { WhileOpening } from '../../editor/while-opening'
import { WritingNow } from '../../editor/writing-now'
import { useLater } from '../../platform/use-later'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { LegacyItem } from './legacy-item'
import { NarrativeText } from './narrative-text'
import { ReportWords } from './report-words'
import { legacyWords } from './words'

const loadEditor = () => import('./narrative-editor')

/** The narrative as it is now, for everybody; whoever may write takes up the editor in its place. */
export function LiveNarrative({ item }: { item: LegacyItem }) {
  const said = useWords(legacyWords).narrative
  const live = useLiveDocument(`legacy:${item.id}`)
  const pen = usePen()
  if (live.state !== 'open') return <WhileOpening live={live} said={said} rows={3} />
  return <OpenNarrative key={live.document.doc.guid} item={item} pen={pen} {...live} />
}

/** The editor once somebody wants it, also for the same text opened again; it takes the focus only when it was asked for. */
function usePen() {
  const [editor, fetch] = useLater(loadEditor)
  const asked = useRef(false)
  const takeUp = useCallback(() => {
    asked.current = true
    fetch()
  }, [fetch])
  const isAsked = useCallback(() => {
    const now = asked.current
    asked.current = false
    return now
  }, [])
  return { editor, takeUp, isAsked }
}

interface OpenNarrativeProps {
  item: LegacyItem
  pen: ReturnType<typeof usePen>
  document: OpenDocument
  again: () => void
  lost: Lost | null
}

function OpenNarrative({ item, pen: { editor, takeUp, isAsked }, document, again, lost }: OpenNarrativeProps) {
  const said = useWords(legacyWords).narrative
  // Whoever loses the right in the middle keeps the text as it stood; whoever comes to read has no editor at all.
  const [begunAsWriter] = useState(() => !document.readOnly)
  const name = said.name(item.number)
  return (
    <>
      <OpenText document={document} again={again} lost={lost} reason={(...why) => said.because[reasonOf(...why)]}>
        {(editable) => (
          <>
            <WritingNow {...document} />
            {editor.state === 'here' && (editable || begunAsWriter) ? (
              <editor.part.NarrativeEditor
                documentId={`legacy:${item.id}`}
                document={document}
                editable={editable}
                name={name}
                isAsked={isAsked}
              />
            ) : (
              <NarrativeText doc={document.doc} problem={item.problem} />
            )}
            {editable && editor.state !== 'here' && (
              <div className="row no-print">
                <Button small busy={editor.state === 'coming'} onClick={takeUp}>
                  {said.write}
                </Button>
                {editor.state === 'failed' && <p role="alert">{said.noEditor}</p>}
              </div>
            )}
          </>
        )}
      </OpenText>
      <ReportWords doc={document.doc} problem={item.problem} source={item.source} />
    </>
  )
}

function reasonOf(because: RefusalCode | undefined, couldWrite: boolean) {
  if (couldWrite) return because === 'not-found' ? 'ended' : 'rights-ended'
  return because === 'not-permitted' ? because : 'other'
}
