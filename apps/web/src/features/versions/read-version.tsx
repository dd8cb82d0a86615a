import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { useVersionName } from './version-name'
import { VersionText } from './version-text'
import { ReadVersionDocument } from './versions.graphql'
import { versionWords } from './words'

/** One version, as it was. */
export function ReadVersion({ id, onClose }: { id: string; onClose: () => void }) {
  const said = useWords(versionWords)
  const nameOf = useVersionName()
  const { data, trouble, retry } = useRecords(ReadVersionDocument, { id })
  const version = data?.documentVersion
  return (
    <>
      <PageHead
        title={version ? nameOf(version) : said.reading}
        acts={
          <>
            <Button onClick={() => window.print()}>{said.print}</Button>
            <Button onClick={onClose}>{said.close}</Button>
          </>
        }
      >
        {version?.by && <p className="meta">{said.by(version.by.name)}</p>}
      </PageHead>
      <div className="pad">
        {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
        {!trouble && !version && <Skeleton rows={8} />}
        {version && <VersionText {...version.text} />}
      </div>
    </>
  )
}
