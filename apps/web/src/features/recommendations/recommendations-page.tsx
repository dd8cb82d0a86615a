import { whyNotStateRecommendation } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { Content, EnglishContent, useContent } from '../../platform/content'
import { dayOf, useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Page, PageHead, Views } from '../../ui/page'
import { FilteredTable } from '../../ui/register'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { Flag } from '../../ui/status'
import { RecommendationSourcesDocument, type RecommendationSourcesQuery } from './recommendations.graphql'
import { recommendationWords } from './words'

const AddDialog = lazy(async () => ({ default: (await import('./recommendation-dialogs')).AddDialog }))
const StateDialog = lazy(async () => ({ default: (await import('./recommendation-dialogs')).StateDialog }))

type Source = RecommendationSourcesQuery['recommendationSources'][number]
type Line = Source['recommendations'][number]

/** What reports recommended: how far each is covered, and where every recommendation stood at two dates. */
export function RecommendationsPage() {
  const words = useWords(recommendationWords)
  const today = dayOf(new Date())
  const [days, setDays] = useState({ first: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`, second: today })
  const { data, trouble, retry } = useRecords(RecommendationSourcesDocument, days)
  useRoom('programme', { onLists: retry })
  const [adding, setAdding] = useState(false)
  const may = whyNotStateRecommendation(useViewer()) === null
  const late = new URLSearchParams(useSearch()).get('view') === 'overdue'
  const all = data?.recommendationSources ?? []
  const sources = late ? all.map(onlyOverdue).filter(({ recommendations }) => recommendations.length > 0) : all
  const add = may && (
    <Button icon="plus" aria-haspopup="dialog" onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  const set = (which: 'first' | 'second') => (day: string) => day && setDays((before) => ({ ...before, [which]: day }))
  return (
    <Page title={words.title}>
      <PageHead title={words.title} acts={add}>
        <p className="about">{words.about}</p>
        <div className="row">
          <Field
            label={words.first}
            type="date"
            value={days.first}
            onChange={({ target }) => set('first')(target.value)}
          />
          <Field
            label={words.second}
            type="date"
            value={days.second}
            onChange={({ target }) => set('second')(target.value)}
          />
        </div>
      </PageHead>
      <div className="pad stack register">
        <Views
          label={words.views}
          current={late ? 'overdue' : 'all'}
          views={[
            { key: 'all', name: words.all, href: '/recommendations' },
            {
              key: 'overdue',
              name: words.overdue,
              href: '/recommendations?view=overdue',
              late: true,
              count: data ? all.reduce((sum, { coverage }) => sum + coverage.overdue, 0) : undefined,
            },
          ]}
        />
        {trouble && <ErrorState trouble={trouble} onRetry={retry} />}
        {!trouble && !data && <Skeleton rows={6} />}
        {data?.recommendationSources.length === 0 && <EmptyState title={words.none} />}
        {data && late && sources.length === 0 && <EmptyState title={words.noneOverdue} />}
        {sources.map((source, i) => (
          <OfReport key={source.publication?.id ?? i} source={source} days={days} may={may} onDone={retry} />
        ))}
      </div>
      <Suspense fallback={null}>
        {adding && (
          <AddDialog
            onClose={() => {
              setAdding(false)
              retry()
            }}
          />
        )}
      </Suspense>
    </Page>
  )
}

const onlyOverdue = (source: Source): Source => ({
  ...source,
  recommendations: source.recommendations.filter(({ overdueSince }) => overdueSince !== null),
})

interface OfReportProps {
  source: Source
  days: { first: string; second: string }
  may: boolean
  onDone: () => void
}

function OfReport({ source: { publication, coverage, recommendations }, days, may, onDone }: OfReportProps) {
  const words = useWords(recommendationWords)
  const dates = useDates()
  const content = useContent()
  const { total, accepted, rejected, notStated, integrated, outstanding, overdue } = coverage
  const title = content(publication?.title ?? { en: null, cy: null })
  return (
    <section>
      <h2>{publication && <Content text={publication.title} />}</h2>
      <p className="num">
        {words.counts(total)} · {words.accepted}: {accepted} · {words.integrated}: {integrated} · {words.outstanding}:{' '}
        {outstanding} · {words.rejected}: {rejected} · {words.notStated}: {notStated}
        {overdue > 0 && ` · ${words.overdue}: ${overdue}`}
      </p>
      <FilteredTable
        words={{ title, about: words.about, count: words.counts }}
        rows={recommendations}
        text={({ text }) => text}
        columns={[
          { head: words.recommendation, cell: (line) => <Said line={line} may={may} onDone={onDone} /> },
          { head: words.standing(1, dates.shortDay(days.first)), cell: ({ first }) => <Stood state={first} /> },
          { head: words.standing(2, dates.shortDay(days.second)), cell: ({ second }) => <Stood state={second} /> },
          { head: words.actions, cell: ({ actions }) => <Numbers actions={actions} /> },
        ]}
      />
    </section>
  )
}

function Numbers({ actions }: { actions: Line['actions'] }) {
  return (
    <span className="row num">
      {actions.map(({ id, number }) => (
        <Link key={id} href={`/actions/${id}`}>
          {number}
        </Link>
      ))}
    </span>
  )
}

function Said({ line, may, onDone }: { line: Line; may: boolean; onDone: () => void }) {
  const words = useWords(recommendationWords)
  const dates = useDates()
  const [open, setOpen] = useState(false)
  const { text, overdueSince, state } = line
  return (
    <>
      <EnglishContent text={text} />
      {overdueSince && (
        <p>
          <Flag tone="late" icon="clock">
            {words.overdueSince(dates.shortDay(overdueSince))}
          </Flag>
        </p>
      )}
      {state.reason && <p className="meta">{state.reason}</p>}
      {state.evidence && (
        <p className="meta">
          {words.evidence}: {state.evidence}
        </p>
      )}
      {may && (
        <p className="no-print">
          <Button small weight="bare" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {words.state}
            <span className="hidden">
              : <EnglishContent text={text} />
            </span>
          </Button>
        </p>
      )}
      <Suspense fallback={null}>
        {open && (
          <StateDialog
            line={line}
            onClose={() => {
              setOpen(false)
              onDone()
            }}
          />
        )}
      </Suspense>
    </>
  )
}

function Stood({ state: { response, delivery } }: { state: Line['first'] }) {
  const words = useWords(recommendationWords)
  return (
    <>
      {words.responses[response]}
      {delivery !== 'NOT_STATED' && <p className="meta">{words.deliveries[delivery]}</p>}
    </>
  )
}
