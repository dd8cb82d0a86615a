import { type FormEvent, useEffect, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { announce } from '../../platform/announce'
import { Content } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Page, PageHead, Views } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { Excerpt } from './excerpt'
import type { HitKind } from './results'
import { SearchPageDocument, type SearchPageQuery } from './search.graphql'
import { useLineOf } from './use-line-of'
import { paletteWords } from './words'
import './search-page.css'

const fewest = 2
const page = 50
const most = 100

/** Everything found for some words, by kind, with the words around; its address is the question. */
export function SearchPage() {
  const words = useWords(paletteWords)
  const [params, setParams] = useSearchParams()
  const text = params.get('q') ?? ''
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setParams(typed.trim() ? { q: typed.trim() } : {})
  }
  return (
    <Page title={words.search}>
      <PageHead title={words.search}>
        <search>
          <form className="search-ask" onSubmit={ask}>
            <input
              type="search"
              className="input"
              aria-label={words.searchFor}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit" weight="go" icon="find">
              {words.search}
            </Button>
          </form>
        </search>
        <p className="quiet">{words.searchHelp}</p>
      </PageHead>
      {text.trim().length >= fewest && <Results key={text} text={text} kind={params.get('kind')} />}
    </Page>
  )
}

function Results({ text, kind }: { text: string; kind: string | null }) {
  const words = useWords(paletteWords)
  const [first, setFirst] = useState(page)
  const { data, trouble, retry } = useRecords(SearchPageDocument, { text, kind, first })
  const found = data?.search ?? null
  const all = found?.kinds.reduce((sum, { count }) => sum + count, 0) ?? null
  const sum = all === null ? '' : all === 0 ? words.nothing(text) : words.found(all)
  useEffect(() => {
    if (sum) announce(sum)
  }, [sum])
  if (trouble || !found)
    return (
      <div className="pad">{trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton rows={8} />}</div>
    )
  if (all === 0)
    return (
      <div className="pad">
        <EmptyState title={words.nothing(text)}>{words.nothingHelp}</EmptyState>
      </div>
    )
  return (
    <>
      <Views label={words.kindsFound} current={kind ?? 'all'} views={viewsOf(found, text, all ?? 0, words)} />
      <ul className="search-results pad">
        {found.matches.map((match) => (
          <Result key={`${match.record.__typename}:${match.record.id}`} match={match} />
        ))}
      </ul>
      {found.totalCount > first && first < most && (
        <div className="pad">
          <Button onClick={() => setFirst(most)}>{words.more}</Button>
        </div>
      )}
      {found.totalCount > most && first === most && <p className="pad meta">{words.narrowIt(most)}</p>}
    </>
  )
}

function Result({ match }: { match: SearchPageQuery['search']['matches'][number] }) {
  const words = useWords(paletteWords)
  const line = useLineOf()(match.record)
  return (
    <li>
      <p className="meta">
        {words.oneOf[match.record.__typename]} {line.note && `· ${line.note}`}
      </p>
      <p>
        <Link href={line.href ?? '/'}>
          {line.number != null && <span className="num">{line.number} </span>}
          <Content text={line.name} />
        </Link>
      </p>
      <Excerpt stretches={match.excerpt} />
    </li>
  )
}

function viewsOf(
  { kinds }: SearchPageQuery['search'],
  text: string,
  all: number,
  words: { everything: string; kinds: Record<HitKind, string> },
) {
  const href = (kind: string | null) => `/search?${new URLSearchParams({ q: text, ...(kind && { kind }) })}`
  const known = (kind: string): kind is HitKind => kind in words.kinds
  return [
    { key: 'all', name: words.everything, href: href(null), count: all },
    ...kinds.flatMap(({ kind, count }) =>
      known(kind) ? [{ key: kind, name: words.kinds[kind], href: href(kind), count }] : [],
    ),
  ]
}
