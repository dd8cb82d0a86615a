import { type HeldText, maySeeVersions } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { LinkButton } from '../../ui/button'
import { linkWords } from './link-words'

interface VersionsLinkProps extends HeldText {
  kind: 'minutes' | 'action' | 'legacy' | 'item'
  /** The record's own. */
  id: string
}

/** Leads from a live text to its versions, those who may see them. */
export function VersionsLink({ kind, id, ...held }: VersionsLinkProps) {
  const said = useWords(linkWords)
  if (!maySeeVersions(useViewer(), held)) return null
  return (
    <p className="no-print">
      <LinkButton small href={`/versions/${kind}/${id}`}>
        {said.versions}
      </LinkButton>
    </p>
  )
}
