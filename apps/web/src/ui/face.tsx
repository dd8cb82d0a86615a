import { useWords } from '../platform/words'
import { uiWords } from './words'

export interface FaceProps {
  initials: string
  /** The whole office and name, for the tip and for people who listen. */
  name: string
  /** 1 to 8. */
  colour?: number
  me?: boolean
}

/** A person: initials of the office on a colour, never the colour alone. */
export function Face({ initials, name, colour = 8, me = false }: FaceProps) {
  return (
    <span className={me ? 'face me' : `face p${colour}`} title={name}>
      <span aria-hidden="true">{initials}</span>
      <span className="hidden">{name}</span>
    </span>
  )
}

const most = 5

/** Who is here: at most five faces, then how many more. The full list is for the page to show. */
export function Faces({ people }: { people: readonly (FaceProps & { key: string })[] }) {
  const words = useWords(uiWords)
  if (people.length === 0) return null
  const rest = people.slice(most)
  return (
    <ul className="faces" aria-label={words.hereNow}>
      {people.slice(0, most).map(({ key, ...person }) => (
        <li key={key}>
          <Face {...person} />
        </li>
      ))}
      {rest.length > 0 && (
        <li className="meta" title={rest.map(({ name }) => name).join(', ')}>
          {words.more(rest.length)}
        </li>
      )}
    </ul>
  )
}

/** The colour of somebody who is not in a room right now: the same on every screen. */
export function colourOf(personId: string): number {
  let sum = 0
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0
  return (sum % 8) + 1
}
