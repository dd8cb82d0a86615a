import type { OpenDocument } from '@camau/collab'
import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import type { SourceWordsFragment } from './legacy.graphql'
import { SourceLine } from './source-line'
import { useAsReported } from './use-as-reported'
import { legacyWords } from './words'

interface ReportWordsProps {
  doc: OpenDocument['doc']
  problem: string
  source: SourceWordsFragment
}

/** Where the text comes from while nobody has changed it; afterwards what the report says, which nobody can change. */
export function ReportWords({ doc, problem, source }: ReportWordsProps) {
  const said = useWords(legacyWords).narrative
  const reported = useAsReported(doc, problem)
  if (reported)
    return (
      <p className="meta">
        {said.asReported}
        <SourceLine source={source} />
      </p>
    )
  return (
    <details className="report-words">
      <summary>{said.report}</summary>
      <p>
        <EnglishContent text={problem} />
      </p>
      <p className="meta">
        <SourceLine source={source} />
      </p>
    </details>
  )
}
