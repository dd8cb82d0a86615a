import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { Content, EnglishContent, useContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/page'
import { SafetyNote } from '../../ui/safety-note'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { CommitmentList } from './commitment-list'
import { CourseLines, SetCourseButton } from './course-part'
import { itemName } from './held-legacy'
import { AddUpdateButton, LaterUpdates } from './later-updates'
import { LegacyItemDocument } from './legacy.graphql'
import type { LegacyItem } from './legacy-item'
import { LegacyLinks } from './legacy-links'
import { LegacyNarrative } from './legacy-narrative'
import { lifeWords } from './life-words'
import { OwnerAsk } from './owner-ask'
import { OwnerLedger } from './owner-ledger'
import { sameName } from './same-name'
import { legacyWords } from './words'
import './legacy.css'

/** One item handed on: why it is here, what was promised with the place it was said, and who answers for it. */
export function LegacyItemPage({ children }: { children?: (item: LegacyItem) => ReactNode }) {
  const { id = '' } = useParams<{ id: string }>()
  const words = useWords(legacyWords)
  const content = useContent()
  const { data, trouble, retry } = useRecords(LegacyItemDocument, { id })
  useRoom('programme', { onLists: retry })
  const item = data?.legacyItem
  const within = [{ name: words.title, href: '/legacy' }]
  if (item)
    return (
      <Page title={words.pageTitle(item.number, content(item.title))} within={within} reference={`L${item.number}`}>
        <Item item={item} />
        {children?.(item)}
      </Page>
    )
  return (
    <Page title={words.title} within={within}>
      <div className="pad">
        {trouble ? <ErrorState title={words.failed} trouble={trouble} onRetry={retry} /> : <Skeleton />}
      </div>
    </Page>
  )
}

function Item({ item }: { item: LegacyItem }) {
  const words = useWords(legacyWords)
  const { number, title, titleInConclusion, workstream, commitments, indicators, recommendations } = item
  return (
    <div className="legacy-item">
      <article className="pad">
        <header>
          <p className="meta">
            {words.legacyItem(number)}
            {workstream && (
              <>
                {' · '}
                <Link href={`/bodies/${workstream.body.id}`}>{words.workstream(workstream.number)}</Link>
              </>
            )}
          </p>
          <h1>
            <Content text={title} />
          </h1>
          {titleInConclusion && !sameName(titleInConclusion, title) && (
            <p className="also">
              {words.inConclusion}
              <Content text={titleInConclusion} />
            </p>
          )}
        </header>
        <OwnerAsk item={item} name={itemName(item)} />
        <LegacyNarrative item={item} />
        <Since item={item} />
        <CommitmentList number={number} commitments={commitments} />
        {recommendations.length > 0 && (
          <section>
            <h2>{words.recommendations}</h2>
            <ul className="points">
              {recommendations.map(({ text }) => (
                <li key={text}>
                  <EnglishContent text={text} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </article>
      <aside className="side-r">
        <OwnerLedger item={item} />
        <LegacyLinks title={words.waitsFor} links={item.waitsFor} end="dependsOn" />
        <LegacyLinks title={words.waitingOnIt} links={item.waitingOnIt} end="dependent" />
        {item.waitsFor.length + item.waitingOnIt.length > 0 && (
          <p className="no-print">
            <Link href={`/dependencies/map?around=${item.id}`}>{words.onMap}</Link>
          </p>
        )}
        {indicators.length > 0 && (
          <section>
            <h2 className="side">{words.measuredBy}</h2>
            {indicators.map(({ id, label, asPrinted }) => (
              <p key={id} className="meta" lang="en">
                <Link href={`/indicators#${id}`}>{label}</Link>: <b className="num">{asPrinted}</b>
              </p>
            ))}
            <SafetyNote note={indicators.find(({ safetyNote }) => safetyNote)?.safetyNote ?? null} />
          </section>
        )}
      </aside>
    </div>
  )
}

/** What later documents say of the item itself, and what was decided of it. */
function Since({ item }: { item: LegacyItem }) {
  const words = useWords(lifeWords)
  const name = useContent()(item.title)
  const { laterUpdates, courses } = item
  return (
    <section className="stack-s">
      <h2>{words.later}</h2>
      {laterUpdates.length + courses.length === 0 && <p className="quiet">{words.none}</p>}
      <LaterUpdates updates={laterUpdates} />
      <CourseLines decided={courses} />
      <p className="row no-print acts">
        <SetCourseButton handed={item} name={name} />
        <AddUpdateButton handed={item} name={name} />
      </p>
    </section>
  )
}
