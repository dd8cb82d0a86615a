import type { DecisionLineFragment } from './decisions.graphql'

type Named = { id: string; name: string }

/** The people to choose from: those expected at the meeting, and whoever the decision names already. */
export function namedWith(
  expected: readonly Named[],
  { proposedBy, secondedBy, dissent }: Pick<DecisionLineFragment, 'proposedBy' | 'secondedBy' | 'dissent'>,
): Named[] {
  const named = [proposedBy, secondedBy, ...dissent.map(({ person }) => person)].filter((one) => one !== null)
  return [...new Map([...expected, ...named].map((one) => [one.id, one])).values()]
}
