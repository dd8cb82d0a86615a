import { useWords } from '../../platform/words'
import type { AgendaLine } from './agenda-times'
import type { MeetingOnPage } from './meeting-on-page'
import type { PersonHere } from './use-who-is-here'
import { words } from './words'

const parts = ['agenda', 'minutes', 'people', 'raised'] as const
export type Part = (typeof parts)[number]

interface PartTabsProps {
  part: Part
  onPart: (part: Part) => void
  meeting: MeetingOnPage
  current: AgendaLine | null
  here: readonly PersonHere[]
}

/** On a phone one part at a time, chosen with the thumb; each says how much is in it. */
export function PartTabs({ part, onPart, meeting, current, here }: PartTabsProps) {
  const said = useWords(words)
  const { agenda, actions, decisions } = meeting
  const counts: Record<Part, string> = {
    agenda: current ? said.nth(current.number, agenda.length) : String(agenda.length),
    minutes: '',
    people: String(here.length + 1),
    raised: String(actions.length + decisions.length),
  }
  return (
    <nav className="phone" aria-label={said.partsName}>
      {parts.map((one) => (
        <button key={one} type="button" aria-current={one === part ? 'true' : undefined} onClick={() => onPart(one)}>
          {said.parts[one]} <span>{counts[one]}</span>
        </button>
      ))}
    </nav>
  )
}
