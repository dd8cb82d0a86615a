import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import type { DocumentVersionsQuery } from './versions.graphql'
import { versionWords } from './words'

type Redaction = DocumentVersionsQuery['documentVersions']['redactions'][number]

/** That words were taken out for good, when, by whom and why; never which. */
export function Redactions({ redactions }: { redactions: readonly Redaction[] }) {
  const said = useWords(versionWords)
  const dates = useDates()
  return (
    <section>
      <h2>{said.redactions}</h2>
      <ul className="versions">
        {redactions.map(({ id, at, by, reason, places }) => (
          <li key={id}>
            <div>
              <EnglishContent text={reason} />
              <p className="meta">
                <time dateTime={at}>{dates.dateTime(at)}</time> {said.by(by.name)} · {said.places(places)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
