import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { announce } from '../../platform/announce'
import { readTheirs } from '../../platform/changed-since'
import { type Result, useCommand } from '../../platform/commands'
import type { Refused } from '../../platform/refused'
import { useWords, wordsIn } from '../../platform/words'
import type { LogRow } from './action-status'
import { openClash } from './clashes'
import { stepWords } from './step-words'

/** A verb on an action, by the name of its words. */
export type Verb = Exclude<keyof typeof stepWords.en.done, 'propose'>

type Input = { mutationId: string; id: string; basedOn?: number | null | undefined }
type Given<I> = Omit<I, 'mutationId' | 'id'>

interface StepOptions<Data, I> {
  row: LogRow
  verb: Verb
  /** The answer to expect, from the row on the screen and what was entered. */
  guess?: (row: LogRow, given: Omit<I, 'mutationId'>) => Data
  /** What I wanted, in words, should somebody be quicker. */
  mine?: (given: Given<I>) => string
  /** Whoever runs it tells every no in the row. */
  toldInRow?: boolean
}

/** Steps that take words: reasons and evidence. */
const verbsWithWords: ReadonlySet<Verb> = new Set<Verb>([
  'complete',
  'close',
  'decline',
  'drop',
  'reopen',
  'report',
  'transfer',
  'decline-transfer',
  'supersede',
])

export interface StepRun<Data, I> {
  run: (given: Given<I>) => Promise<Result<Data>>
  busy: boolean
  /** The last no, unless it is asked in the row. */
  refused: Refused | null
}

/** One verb on one action: painted at once unless it takes words, taken back when refused; a clash becomes a question in the row. */
export function useStep<Data, I extends Input>(
  document: TypedDocumentNode<Data, OperationVariables & { input: I }>,
  { row, verb, guess, mine, toldInRow = false }: StepOptions<Data, I>,
): StepRun<Data, I> {
  const words = useWords(stepWords)
  const what = {
    en: wordsIn(stepWords, 'en').done[verb](row.number),
    cy: wordsIn(stepWords, 'cy').done[verb](row.number),
  }
  const command = useCommand(document, {
    what,
    patient: verbsWithWords.has(verb),
    toldElsewhere: ({ code }) => toldInRow || code === 'changed-since',
    ...(guess && { optimistic: (input: Omit<I, 'mutationId'>) => guess(row, input) }),
  })

  const run = async (given: Given<I>): Promise<Result<Data>> => {
    const result = await command.run({ ...given, id: row.id } as Omit<I, 'mutationId'>)
    if (result.state !== 'refused') announce(words.done[verb](row.number))
    else if (result.refused.code === 'changed-since') {
      const theirs = readTheirs(result.refused)
      if (theirs)
        openClash(row.id, {
          ...theirs,
          mine: mine?.(given) ?? words.done[verb](row.number),
          again: () => run({ ...given, basedOn: theirs.version }),
        })
    }
    return result
  }
  const { busy, refused } = command
  return { run, busy, refused: refused?.code === 'changed-since' ? null : refused }
}
