import { Link } from 'wouter'

export interface Numbered {
  id: string
  number: number
}

/** Actions by their permanent numbers. */
export function NumberedActions({ actions }: { actions: readonly Numbered[] }) {
  if (actions.length === 0) return null
  return (
    <span className="row num">
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
