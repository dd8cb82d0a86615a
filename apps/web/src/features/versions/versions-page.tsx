import { lazy, Suspense, useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { CompareForm } from './compare-form'
import { Redactions } from './redactions'
import { useRedactions } from './use-redactions'
import { VersionList } from './version-list'
import { DocumentVersionsDocument } from './versions.graphql'
import './versions.css'
import { versionWords } from './words'

const KeepDialog = lazy(async () => ({ default: (await import('./keep-dialog')).KeepDialog }))
const RedactDialog = lazy(async () => ({ default: (await import('./redact-dialog')).RedactDialog }))
const ReadVersion = lazy(async () => ({ default: (await import('./read-version')).ReadVersion }))
const CompareVersions = lazy(async () => ({ default: (await import('./compare-versions')).CompareVersions }))

export type TextKind = 'minutes' | 'action' | 'legacy' | 'item'
const homes = { minutes: '/meetings', action: '/actions', legacy: '/legacy', item: null }
const pageLength = 30
/** So many versions are answered at once. */
const longestPage = 100

/** What a live text said before: every kept version, to read, compare and bring back. */
export function VersionsPage() {
  const { kind = '', id = '' } = useParams<{ kind: string; id: string }>()
  const said = useWords(versionWords)
  const text = kind === 'action' || kind === 'legacy' || kind === 'item' ? kind : 'minutes'
  const home = homes[text]
  return (
    <Page title={said.title} within={home ? [{ name: said.back[text], href: `${home}/${id}` }] : []}>
      <Versions key={`${text}:${id}`} documentId={`${text}:${id}`} title={said.of[text]} />
    </Page>
  )
}

/** The address says which versions are listed, `?after=…` those older than that one, and what is shown in their place: `?read=…`, or `?from=…&to=…`. */
function Versions({ documentId, title }: { documentId: string; title: string }) {
  const said = useWords(versionWords)
  const [search, setSearch] = useSearchParams()
  const [read, from, after] = [search.get('read'), search.get('from'), search.get('after')]
  const [length, setLength] = useState(pageLength)
  const first = after ? longestPage : length
  const { data, trouble, retry } = useRecords(DocumentVersionsDocument, { documentId, first, after })
  useRoom('programme', { onLists: retry })
  const redacted = useRedactions(documentId)
  const [asking, setAsking] = useState<'keep' | 'redact' | null>(null)
  const show = (shown: Record<string, string>) => setSearch({ ...(after && { after }), ...shown })
  const versions = data?.documentVersions
  const closeAsking = () => {
    setAsking(null)
    retry()
  }
  const close = () => show({})
  const lengthen = () => setLength(Math.min(longestPage, length + pageLength))
  if (read || from) {
    return (
      <Suspense fallback={<Skeleton />}>
        {from ? (
          <CompareVersions key={redacted} from={from} to={search.get('to')} onClose={close} />
        ) : (
          <ReadVersion key={redacted} id={read ?? ''} onClose={close} />
        )}
      </Suspense>
    )
  }
  return (
    <>
      <PageHead
        title={title}
        acts={
          versions && (
            <>
              {versions.writable && (
                <Button aria-haspopup="dialog" onClick={() => setAsking('keep')}>
                  {said.keep}
                </Button>
              )}
              {versions.redactable && (
                <Button aria-haspopup="dialog" onClick={() => setAsking('redact')}>
                  {said.redact}
                </Button>
              )}
            </>
          )
        }
      >
        <p className="about">{said.about}</p>
      </PageHead>
      <div className="pad stack">
        {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
        {!trouble && !versions && <Skeleton rows={6} />}
        {versions?.nodes.length === 0 && <EmptyState title={said.none}>{said.noneMore}</EmptyState>}
        {versions && versions.nodes.length > 0 && (
          <>
            <CompareForm
              versions={versions.nodes}
              onCompare={(one, two) => show({ from: one, ...(two && { to: two }) })}
            />
            <VersionList
              versions={versions.nodes}
              writable={versions.writable}
              onRead={(id) => show({ read: id })}
              onCompare={(id) => show({ from: id })}
              onDone={retry}
            />
            {versions.hasNextPage && (
              <Button
                onClick={first < longestPage ? lengthen : () => setSearch({ after: versions.nodes.at(-1)?.id ?? '' })}
              >
                {said.more}
              </Button>
            )}
            {after && <Button onClick={() => setSearch({})}>{said.newest}</Button>}
          </>
        )}
        {versions && versions.redactions.length > 0 && <Redactions redactions={versions.redactions} />}
      </div>
      <Suspense fallback={null}>
        {asking === 'keep' && <KeepDialog documentId={documentId} onClose={closeAsking} />}
        {asking === 'redact' && <RedactDialog documentId={documentId} onClose={closeAsking} />}
      </Suspense>
    </>
  )
}
