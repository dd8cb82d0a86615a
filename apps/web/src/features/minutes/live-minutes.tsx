import { OpenText } from '../../editor/open-text'
import { type LiveDocument, useLiveDocument } from '../../editor/use-live-document'
import { useUnknownContent } from '../../editor/use-unknown-content'
import { WhileOpening } from '../../editor/while-opening'
import { useWords } from '../../platform/words'
import { unknownIn } from './editor-extensions'
import './minutes.css'
import { MinutesEditor } from './minutes-editor'
import { reasonOf } from './read-only-reason'
import { type LiveMinutesProps, SurroundingsProvider } from './slot'
import { words } from './words'

/** The minutes of a meeting, written by everyone who may at the same time. */
export function LiveMinutes(props: LiveMinutesProps) {
  const said = useWords(words)
  const { meeting, parts } = props
  const live = useLiveDocument(`minutes:${meeting.id}`)
  return (
    <article className="minutes live-text" aria-label={said.crumb}>
      <SurroundingsProvider value={{ meetingId: meeting.id, body: meeting.body, parts }}>
        {live.state === 'open' ? (
          <OpenMinutes key={live.document.doc.guid} {...live} {...props} />
        ) : (
          <WhileOpening live={live} said={said} />
        )}
      </SurroundingsProvider>
    </article>
  )
}

type OpenMinutesProps = LiveMinutesProps & Omit<Extract<LiveDocument, { state: 'open' }>, 'state'>

function OpenMinutes({ document, again, lost, ...props }: OpenMinutesProps) {
  const said = useWords(words)
  const { unknown, editing, version } = useUnknownContent(document.doc, unknownIn)
  return (
    <OpenText document={document} again={again} lost={lost} reason={(...why) => said.because[reasonOf(...why)]}>
      {(editable) => (
        <MinutesEditor
          key={version}
          document={document}
          unknown={unknown}
          onEditor={editing}
          editable={editable}
          {...props}
        />
      )}
    </OpenText>
  )
}
