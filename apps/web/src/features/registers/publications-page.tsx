import { may } from '@camau/domain'
import { Content } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Register } from '../../ui/register'
import { AddDocumentButton } from './add-document-button'
import { BodyNames } from './body-names'
import { DocumentStanding } from './document-standing'
import { documentWords } from './document-words'
import { NumberedActions } from './numbered-actions'
import { PrintedDate } from './printed-date'
import { PublicationsDocument } from './registers.graphql'
import { SourceCite } from './source-cite'
import { SourceWord } from './source-word'
import { registerWords } from './words'

/** Reports, guides, frameworks, laws and plans the documents name. */
export function PublicationsPage() {
  const words = useWords(registerWords)
  const said = useWords(documentWords)
  const keeps = may(useViewer(), 'write', { space: 'publish' })
  const { data, trouble, retry } = useRecords(PublicationsDocument)
  useRoom('programme', { onLists: retry })
  return (
    <Register
      words={words.publications}
      rows={data?.publications ?? null}
      trouble={trouble}
      onRetry={retry}
      acts={keeps && <AddDocumentButton />}
      text={({ title, kind, note }) => [title.en, title.cy, kind, note].join(' ')}
      columns={[
        { head: words.name, cell: ({ title }) => <Content text={title} /> },
        { head: words.kind, cell: ({ kind }) => <SourceWord word={kind} /> },
        {
          head: words.date,
          narrow: true,
          cell: ({ published }) => <PrintedDate date={published} />,
        },
        {
          head: said.standing,
          cell: ({ state, title }) => <DocumentStanding state={state} title={title} keeps={keeps} />,
        },
        { head: words.by, cell: ({ publishers }) => <BodyNames bodies={publishers} /> },
        { head: words.actions, cell: ({ actionsProduced }) => <NumberedActions actions={actionsProduced} /> },
        { head: words.source, cell: ({ source }) => <SourceCite source={source} /> },
      ]}
    />
  )
}
