import { useCallback } from 'react'
import { useContent } from '../../platform/content'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import type { LogRow } from './action-status'
import { standing } from './log-views'
import { passingWords } from './passing-words'

type Note = (row: LogRow, rows: ReadonlyMap<string, LogRow>, logOf: string | null) => string

/** One line under the title: where the row went or is offered, what it is a part of, how far its parts have come. */
export function useRowNote(): Note {
  const words = useWords(passingWords)
  const inWords = useContent()
  return useCallback<Note>(
    (row, rows, logOf) => {
      const notes = [
        movesOf(row, logOf, words, inWords),
        partOf(row, rows, words),
        row.partsProgress && words.partsDone(row.partsProgress.finished, row.partsProgress.total),
      ]
      return notes.filter(Boolean).join(' · ')
    },
    [words, inWords],
  )
}

type Said = ReturnType<typeof useWords<typeof passingWords.en>>
type InWords = ReturnType<typeof useContent>

function movesOf(row: LogRow, logOf: string | null, words: Said, inWords: InWords): string | null {
  const at = standing(row, logOf)
  if (at === 'gone') return words.goneTo(inWords(shortName(row.body.name)))
  if (at === 'offered') return words.offeredHere(inWords(shortName(row.body.name)))
  return row.transfer ? words.offeredTo(inWords(shortName(row.transfer.to.name))) : null
}

function partOf({ parentId }: LogRow, rows: ReadonlyMap<string, LogRow>, words: Said): string | null {
  if (!parentId) return null
  const parent = rows.get(parentId)
  return parent ? words.partOfNumber(parent.number) : words.partOf
}
