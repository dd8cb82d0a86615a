import { createElement, Fragment, type ReactNode } from 'react'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import type { VersionAuthorFragment, VersionBlockFragment } from './versions.graphql'
import { versionWords } from './words'

type Run = VersionBlockFragment['runs'][number]

interface VersionTextProps {
  blocks: readonly VersionBlockFragment[]
  authors: readonly VersionAuthorFragment[]
}

/** A version, or what became of it: inserted and deleted words are elements of their own, with who wrote them. */
export function VersionText({ blocks, authors }: VersionTextProps) {
  const authorOf = useAuthorNames(authors)
  const shown = blocks.filter(({ runs, kind }) => kind === 'RECORD' || runs.length > 0)
  return (
    <div className="read version-text" lang="en">
      {createElement(Fragment, null, ...shown.map((block) => createElement(Block, { block, authorOf })))}
    </div>
  )
}

/** What the author of a run is called, and when it was written. */
function useAuthorNames(authors: readonly VersionAuthorFragment[]): (run: Run) => { name: string; when: string } {
  const said = useWords(versionWords)
  const dates = useDates()
  const names = authors.map(({ kind, person }) => person?.name ?? (kind === 'FORMER' ? said.former : said.document))
  return ({ author, at }) => {
    const name = names[author] ?? said.former
    return { name, when: at ? said.when(name, dates.dateTime(at)) : name }
  }
}

function Block({ block, authorOf }: { block: VersionBlockFragment; authorOf: ReturnType<typeof useAuthorNames> }) {
  const said = useWords(versionWords)
  const { kind, level, item, depth, quoted, change, recordType } = block
  const Tag = kind === 'TITLE' ? 'h2' : kind === 'HEADING' ? (level === 3 ? 'h4' : 'h3') : 'p'
  const look = [`c-${change.toLowerCase()}`, item && `item-${item}`, quoted && 'quoted'].filter(Boolean).join(' ')
  if (kind === 'RECORD') {
    const words = recordType === 'decisionRef' ? said.record.decisionRef : said.record.actionRef
    const marked = change === 'INSERTED' ? <ins>{words}</ins> : change === 'DELETED' ? <del>{words}</del> : words
    return <p className={`record ${look}`}>{marked}</p>
  }
  const runs = block.runs.map((run) => createElement(Words, { run, ...authorOf(run) }))
  return createElement(Tag, { className: look, style: { marginInlineStart: `${depth * 1.4}rem` } }, ...runs)
}

function Words({ run, name, when }: { run: Run; name: string; when: string }) {
  const said = useWords(versionWords)
  const words = drawn(run)
  if (run.change === 'KEPT') return <span title={when}>{words}</span>
  const Tag = run.change === 'INSERTED' ? 'ins' : 'del'
  const told = run.change === 'INSERTED' ? said.inserted(name) : said.deleted(name)
  return (
    <Tag title={when} tabIndex={-1}>
      <span className="hidden">{told}: </span>
      {words}
      <span className="by" aria-hidden="true">
        {name}
      </span>
    </Tag>
  )
}

function drawn({ text, bold, italic, href }: Run): ReactNode {
  const leaning = italic ? <em>{text}</em> : text
  const strong = bold ? <strong>{leaning}</strong> : leaning
  return href ? (
    <a href={href} rel="noopener noreferrer nofollow">
      {strong}
    </a>
  ) : (
    strong
  )
}
