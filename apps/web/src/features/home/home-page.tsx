import { lazy, Suspense } from 'react'
import { dayOf, useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { Needs } from './needs'
import { NextMeeting } from './next-meeting'
import { Overdue } from './overdue'
import { Since } from './since'
import { useNeeds } from './use-needs'
import { homeWords } from './words'
import './home.css'

// What slipped is looked at after what is asked: it comes when the page stands.
const Slipped = lazy(async () => ({ default: (await import('./slipped')).Slipped }))

/** What needs me, what is late, what comes next, what changed. */
export function HomePage() {
  const words = useWords(homeWords)
  const dates = useDates()
  const { data, trouble, retry, bodies, needs, count } = useNeeds()
  const bodyId = bodies[0]
  return (
    <Page title={words.home} bare>
      <div className="hm">
        <section className="need">
          <p className="meta">{dates.longDay(dayOf(new Date()))}</p>
          <h1>{data ? words.need(count) : words.home}</h1>
          {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
          {!data && !trouble && <Skeleton rows={4} />}
          {data && <Needs needs={needs} />}
          {data?.actions && bodyId && <Overdue actions={data.actions} bodyId={bodyId} />}
          {data && (
            <Suspense fallback={null}>
              <Slipped bodyId={bodyId} />
            </Suspense>
          )}
        </section>
        {data && (
          <aside>
            <NextMeeting meetings={data.meetings} bodies={bodies} />
            <Since bodies={bodies} />
          </aside>
        )}
      </div>
    </Page>
  )
}
