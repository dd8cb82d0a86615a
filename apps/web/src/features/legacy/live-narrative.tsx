import type { OpenDocument } from '@camau/collab'
import type { RefusalCode } from '@camau/domain'
import { OpenText } from '../../editor/open-text'
import { useLiveDocument } from '../../editor/use-live-document'
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
  if (live.state !== 'open') return <WhileOpening live={live} said={said} rows={3} />
  return <OpenNarrative key={live.document.doc.guid} item={item} {...live} />
}

interface OpenNarrativeProps {
  item: LegacyItem
  document: OpenDocument
  again: () => void
}

function OpenNarrative({ item, document, again }: OpenNarrativeProps) {
  const said = useWords(legacyWords).narrative
  const [editor, write] = useLater(loadEditor)
  const name = said.name(item.number)
  return (
    <>
      <OpenText document={document} again={again} reason={(...why) => said.because[reasonOf(...why)]}>
        {(editable) => (
          <>
            <WritingNow {...document} />
            {editor.state === 'here' ? (
              <editor.part.NarrativeEditor document={document} editable={editable} name={name} />
            ) : (
              <NarrativeText doc={document.doc} problem={item.problem} />
            )}
            {editable && editor.state !== 'here' && (
              <div className="row no-print">
                <Button small busy={editor.state === 'coming'} onClick={write}>
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
