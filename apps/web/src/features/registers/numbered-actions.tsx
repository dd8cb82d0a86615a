import { Link } from 'wouter'
import './numbered-actions.css'

export interface Numbered {
  id: string
  number: number
}

/** Actions by their permanent numbers. */
export function NumberedActions({ actions }: { actions: readonly Numbered[] }) {
  if (actions.length === 0) return null
  return (
    <span className="row num numbered-actions">
      {[...actions]
        .sort((a, b) => a.number - b.number)
        .map(({ id, number }) => (
          <Link key={id} href={`/actions/${id}`}>
            {number}
          </Link>
        ))}
    </span>
  )
}
