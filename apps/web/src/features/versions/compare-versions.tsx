import { useRef } from 'react'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { useChanges } from './use-changes'
import { useVersionName } from './version-name'
import { VersionText } from './version-text'
import { CompareVersionsDocument } from './versions.graphql'
import { versionWords } from './words'

/** What became of the text between two versions, or since one; from change to change by button or key. */
export function CompareVersions({ from, to, onClose }: { from: string; to: string | null; onClose: () => void }) {
  const said = useWords(versionWords)
  const nameOf = useVersionName()
  const { data, trouble, retry } = useRecords(CompareVersionsDocument, { from, to })
  const compared = data?.compareVersions
  const text = useRef<HTMLDivElement>(null)
  const changes = useChanges(text, compared)
  return (
    <>
      <PageHead
        title={said.compare}
        acts={
          <>
            <Button onClick={() => window.print()}>{said.print}</Button>
            <Button onClick={onClose}>{said.close}</Button>
          </>
        }
      >
        {compared && (
          <>
            <p>
              {nameOf(compared.from)} → {compared.to ? nameOf(compared.to) : said.now}
            </p>
            <p className="meta">
              {said.compared(said.insertedWords(compared.insertedWords), said.deletedWords(compared.deletedWords))}
            </p>
          </>
        )}
      </PageHead>
      {compared && changes.count > 0 && (
        <div className="pad row changes-bar no-print">
          <Button small aria-keyshortcuts="p" onClick={changes.previous}>
            {said.previous}
          </Button>
          <Button small aria-keyshortcuts="n" onClick={changes.next}>
            {said.next}
          </Button>
          <span role="status" className="meta num">
            {changes.at === null ? said.noPlace(changes.count) : said.place(changes.at + 1, changes.count)}
          </span>
        </div>
      )}
      <div className="pad" ref={text}>
        {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
        {!trouble && !compared && <Skeleton rows={8} />}
        {compared && compared.insertedWords + compared.deletedWords === 0 && <p className="note">{said.same}</p>}
        {compared && <VersionText blocks={compared.blocks} authors={compared.authors} />}
      </div>
    </>
  )
}
