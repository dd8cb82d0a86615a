import { useRecords } from '../../platform/records'
import { type LetterLineFragment, LettersDocument } from './letters.graphql'

/** What one reply may answer: the letters it answers already, and what else the same two have open between them. */
export function useQuestionsBetween(
  from: string | undefined,
  to: string | undefined,
  answered: readonly string[],
): LetterLineFragment[] | null {
  const { data } = useRecords(LettersDocument)
  if (!data) return null
  return data.correspondence.filter(
    (one) => answered.includes(one.id) || (one.status === 'UNANSWERED' && one.from?.id === from && one.to?.id === to),
  )
}
