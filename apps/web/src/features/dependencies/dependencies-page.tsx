import { may } from '@camau/domain'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button, LinkButton } from '../../ui/button'
import { Page, PageHead, Views } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { AddDependencyDialog } from './add-dependency-dialog'
import { Chain } from './chain'
import { type DependencyRowFragment, WhatWaitsOnWhatDocument } from './dependencies.graphql'
import { DependencyTable } from './dependency-table'
import { type DependencyView, dependencyViews, heldUpNow, rowsOf } from './dependency-views'
import { LateBlockers } from './late-blockers'
import { WatchedFunding } from './watched-funding'
import { dependencyWords } from './words'
import './dependencies.css'

/** The Operational Group's board: what waits on what across workstreams, late and blocked first. */
export function DependenciesPage() {
  const words = useWords(dependencyWords)
  const { data, trouble, retry } = useRecords(WhatWaitsOnWhatDocument)
  useRoom('programme', { onLists: retry })
  const rows = data?.dependencies ?? null
  return (
    <Page title={words.title} within={[{ name: words.operationalGroup, href: '/bodies/body-operational-group' }]}>
      <PageHead title={words.title} acts={<Acts />}>
        {rows && <Sum rows={rows} />}
      </PageHead>
      <div className="pad dependencies">
        {trouble && <ErrorState title={words.failed} trouble={trouble} onRetry={retry} />}
        {!trouble && !rows && <Skeleton rows={8} />}
        {rows && <Board rows={rows} />}
      </div>
    </Page>
  )
}

function Sum({ rows }: { rows: readonly DependencyRowFragment[] }) {
  const words = useWords(dependencyWords)
  const { links, things, blockers, lateLinks, lateBlockers } = heldUpNow(rows)
  return (
    <p className="about">
      {words.heldUp(links, things, blockers)} <b>{words.lateOf(lateLinks, lateBlockers)}</b>
    </p>
  )
}

function Board({ rows }: { rows: readonly DependencyRowFragment[] }) {
  const words = useWords(dependencyWords)
  const [search] = useSearchParams()
  const view = dependencyViews.find((known) => known === search.get('view')) ?? 'all'
  const shown = rowsOf(rows, view)
  return (
    <>
      <Views
        label={words.views}
        current={view}
        views={dependencyViews.map((key) => ({
          key,
          name: words[key],
          href: `/dependencies?view=${key}`,
          count: rowsOf(rows, key).length,
          late: key === 'late',
        }))}
      />
      {(view === 'all' || view === 'late' || view === 'blocking') && <LateBlockers rows={rows} />}
      {(view === 'all' || view === 'blocking') && <Chain rows={rows} />}
      {shown.length > 0 ? (
        <section>
          <h2>
            {words[view]} <span className="faint num">{shown.length}</span>
          </h2>
          <DependencyTable rows={shown} />
        </section>
      ) : (
        <NothingIn view={view} />
      )}
      <WatchedFunding />
    </>
  )
}

function NothingIn({ view }: { view: DependencyView }) {
  const words = useWords(dependencyWords)
  return (
    <EmptyState
      title={words.empty[view]}
      act={view !== 'all' && <LinkButton href="/dependencies">{words.showAll}</LinkButton>}
    >
      {words.emptyHelp}
    </EmptyState>
  )
}

function Acts() {
  const words = useWords(dependencyWords)
  return (
    <>
      <LinkButton href="/dependencies/map">{words.map}</LinkButton>
      <LinkButton href="/radar">{words.radar}</LinkButton>
      <AddButton />
    </>
  )
}

function AddButton() {
  const words = useWords(dependencyWords)
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  if (!may(viewer, 'write', { space: 'operational-board' })) return null
  return (
    <>
      <Button weight="go" icon="plus" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.add}
      </Button>
      {open && <AddDependencyDialog onClose={() => setOpen(false)} />}
    </>
  )
}
