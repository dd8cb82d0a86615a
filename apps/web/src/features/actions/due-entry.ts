import { type Due, dueOn, isDay, limits } from '@camau/domain'

/** What the three fields and the words of a due date hold while somebody writes. */
export interface DueEntry {
  way: 'day' | 'words' | 'none'
  day: string
  month: string
  year: string
  words: string
}

export type DueProblem = 'impossible-date' | 'text-needed' | 'too-long'

export function entryFrom(due: Due | null | undefined): DueEntry {
  const empty = { day: '', month: '', year: '', words: '' }
  if (!due) return { ...empty, way: 'day' }
  if (due.latest?.length === 10 && due.earliest === due.latest) {
    const [year = '', month = '', day = ''] = due.latest.split('-')
    return { ...empty, way: 'day', day: String(Number(day)), month: String(Number(month)), year }
  }
  return { ...empty, way: 'words', words: due.label }
}

/** The due date meant, or what is wrong with it. `known` keeps the bounds of words that did not change. */
export function readEntry(entry: DueEntry, known: Due | null = null): { due: Due | null } | { problem: DueProblem } {
  if (entry.way === 'none') return { due: null }
  if (entry.way === 'words') return readWords(entry.words.trim(), known)
  const day = [entry.year.trim(), entry.month.trim().padStart(2, '0'), entry.day.trim().padStart(2, '0')].join('-')
  return isDay(day) ? { due: dueOn(day) } : { problem: 'impossible-date' }
}

function readWords(words: string, known: Due | null): { due: Due | null } | { problem: DueProblem } {
  if (!words) return { problem: 'text-needed' }
  if (words.length > limits.label) return { problem: 'too-long' }
  return { due: known?.label === words ? known : { label: words, earliest: null, latest: null } }
}
