import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Flag, Unset } from '../../ui/status'
import { letterWords } from './letter-words'
import type { LetterLineFragment } from './letters.graphql'
import type { Numbered } from './numbered-actions'
import type { RegisterBodyFragment } from './registers.graphql'
import { registerWords } from './words'

/** Whether a letter waits for an answer; what is late says since when. */
export function LetterStanding({ letter }: { letter: Pick<LetterLineFragment, 'status' | 'due' | 'overdueSince'> }) {
  const words = useWords(letterWords)
  const dates = useDates()
  const { status, due, overdueSince } = letter
  return (
    <>
      {words.statuses[status]}
      {overdueSince ? (
        <p>
          <Flag tone="late" icon="clock">
            {words.overdueSince(dates.shortDay(overdueSince))}
          </Flag>
        </p>
      ) : (
        due && <p className="meta">{words.dueOn(dates.shortDay(due))}</p>
      )}
    </>
  )
}

export function Party({ body, person }: { body: RegisterBodyFragment | null; person: { name: string } | null }) {
  const words = useWords(registerWords)
  if (!body && !person) return <Unset>{words.notStated}</Unset>
  return (
    <>
      {body && <Content text={body.name} />}
      {person && <p className="meta">{person.name}</p>}
    </>
  )
}

export function Points({ points }: { points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <ul>
      {points.map((point) => (
        <li key={point}>
          <EnglishContent text={point} />
        </li>
      ))}
    </ul>
  )
}

/** The actions a letter produced, and those it speaks of, each once (requirements, row 18). */
export function actionsOf({
  actions,
  actionsProduced,
}: Record<'actions' | 'actionsProduced', readonly Numbered[]>): Numbered[] {
  const all = new Map([...actionsProduced, ...actions].map((action) => [action.id, action]))
  return [...all.values()]
}
