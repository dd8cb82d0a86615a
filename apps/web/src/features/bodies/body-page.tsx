import { lazy, type ReactNode, Suspense } from 'react'
import { useParams } from 'wouter'
import { useContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { shortName } from '../../platform/short-name'
import { usePeopleInBar } from '../../platform/whereabouts'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import './bodies.css'
import { BodyPageDocument } from './bodies.graphql.js'
import { BodyHead } from './body-head'
import { BodyMeetings } from './body-meetings'
import { BodyOffices } from './body-offices'
import { bodyWords } from './words'

// Its life, groups, terms and sectors are loaded after the page stands.
const BodyMore = lazy(async () => ({ default: (await import('./body-more')).BodyMore }))

/** One body: what it is for, who holds its offices, when it meets. Its action log is put in by the route. */
export function BodyPage({ children }: { children?: ReactNode }) {
  const { id } = useParams<{ id: string }>()
  const words = useWords(bodyWords)
  const inWords = useContent()
  const { data, trouble, retry } = useRecords(BodyPageDocument, { id })
  const body = data?.body
  const { people } = useRoom(body ? `body:${body.id}` : null, { onLists: retry })
  usePeopleInBar(people)
  return (
    <Page
      title={body ? inWords(shortName(body.name)) : words.bodies}
      reference={id}
      within={body?.parent ? [{ name: inWords(shortName(body.parent.name)), href: `/bodies/${body.parent.id}` }] : []}
    >
      {trouble && (
        <div className="pad">
          <ErrorState trouble={trouble} onRetry={retry} />
        </div>
      )}
      {!body && !trouble && (
        <div className="pad">
          <Skeleton titled rows={6} />
        </div>
      )}
      {body && (
        <>
          <div className="body-top">
            <BodyHead body={body} />
            <div className="pad body-parts">
              <BodyMeetings body={body} />
              <BodyOffices body={body} />
            </div>
          </div>
          <Suspense fallback={null}>
            <BodyMore />
          </Suspense>
          <Suspense fallback={<Skeleton />}>{children}</Suspense>
        </>
      )}
    </Page>
  )
}
