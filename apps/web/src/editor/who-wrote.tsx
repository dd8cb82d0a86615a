import { itemSchema, legacySchema, minutesSchema } from '@camau/collab'
import { type AuthoredRun, authoredBlocks } from '@camau/collab/authored-blocks'
import type { DocumentId } from '@camau/protocol'
import { useEditorState } from '@tiptap/react'
import { useCallback, useEffect, useState } from 'react'
import { useRecords } from '../platform/records'
import { useWords } from '../platform/words'
import { Button } from '../ui/button'
import { uiWords } from '../ui/words'
import { DocumentAuthorsDocument, type DocumentAuthorsQuery } from './who-wrote.graphql'
import type { WhoWroteProps } from './who-wrote-props'
import { whoWroteWords } from './who-wrote-words'
import { namesBesideBlocks, showNames } from './written-by'

type Author = DocumentAuthorsQuery['documentAuthors'][number]

const settledAfter = 400
/** What the document itself wrote: no person to ask for. */
const documentClient = 1

/** Who wrote each paragraph, beside it; and in words, for the paragraph the caret is in. */
export function WhoWrote({ editor, document, documentId }: WhoWroteProps) {
  const said = useWords(whoWroteWords)
  const common = useWords(uiWords)
  const { data, trouble, retry } = useRecords(DocumentAuthorsDocument, { documentId })
  const [names, setNames] = useState<readonly string[]>([])
  const authors = data?.documentAuthors
  const read = useCallback((): boolean => {
    if (!authors) return false
    const known = new Map(authors.map((author) => [author.clientId, author]))
    const blocks = authoredBlocks(document.doc, schemaOf(documentId))
    const runs = new Map<number, AuthoredRun[]>()
    for (const block of blocks) runs.set(block.place, [...(runs.get(block.place) ?? []), ...block.runs])
    const named = Array.from({ length: Math.max(-1, ...runs.keys()) + 1 }, (_, place) =>
      byLength(runs.get(place) ?? [], (client) => nameOf(known.get(client), client, said)),
    )
    setNames(named)
    if (!editor.isDestroyed) showNames(editor, named)
    return [...runs.values()].flat().some(({ client }) => client !== documentClient && !known.has(client))
  }, [authors, document, documentId, editor, said])

  useEffect(() => namesBesideBlocks(editor), [editor])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      // Somebody has begun to write since: whose their id is must be asked.
      timer = setTimeout(() => read() && retry(), settledAfter)
    }
    read()
    document.doc.on('update', soon)
    return () => {
      clearTimeout(timer)
      document.doc.off('update', soon)
    }
  }, [document, read, retry])
  const place = useEditorState({ editor, selector: ({ editor: now }) => now.state.selection.$from.index(0) })
  if (trouble) {
    return (
      <p className="who-wrote meta" role="alert">
        {common.errorTitle}{' '}
        <Button small onClick={retry}>
          {common.tryAgain}
        </Button>
      </p>
    )
  }
  return (
    <p className="who-wrote meta" role="status">
      {names[place] ? said.writtenBy(names[place]) : said.writtenByNobody}
    </p>
  )
}

function schemaOf(id: DocumentId) {
  if (id.startsWith('minutes:')) return minutesSchema
  return id.startsWith('item:') ? itemSchema : legacySchema
}

function nameOf(author: Author | undefined, client: number, said: { former: string; textItself: string }): string {
  if (client === documentClient || author?.kind === 'DOCUMENT') return said.textItself
  return author?.person?.name ?? said.former
}

/** Whoever wrote most of it first. */
function byLength(runs: readonly AuthoredRun[], name: (client: number) => string): string {
  const letters = new Map<string, number>()
  for (const { text, client } of runs) {
    const who = name(client)
    letters.set(who, (letters.get(who) ?? 0) + text.length)
  }
  return [...letters]
    .filter(([, length]) => length > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([who]) => who)
    .join('; ')
}
