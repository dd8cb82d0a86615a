import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import type { RegisterBodyFragment } from './registers.graphql'
import { registerWords } from './words'

/** Bodies by name, each a link to its page; none is said, not left blank. */
export function BodyNames({ bodies }: { bodies: readonly RegisterBodyFragment[] }) {
  const words = useWords(registerWords)
  if (bodies.length === 0) return <Unset>{words.notStated}</Unset>
  return (
    <ul>
      {bodies.map(({ id, name }) => (
        <li key={id}>
          <Link href={`/bodies/${id}`} className="plain">
            <Content text={name} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
