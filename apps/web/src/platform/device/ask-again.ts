import type { ApolloClient, ObservableQuery } from '@apollo/client'
import { troubleOf } from '../trouble'

/** Asks again for all that the page shows, and gives what was refused of it. Rejects where nothing was answered: nothing is known then. */
export async function askAgain(client: ApolloClient): Promise<ReadonlySet<ObservableQuery>> {
  const { queries, results } = client.refetchQueries({ include: 'active' })
  const answers = await Promise.allSettled(results)
  const refused = new Set<ObservableQuery>()
  const failures: unknown[] = []
  queries.forEach((query, index) => {
    const answer = answers[index]
    if (answer?.status !== 'rejected') return
    if (troubleOf(answer.reason).kind === 'not-found') refused.add(query)
    else failures.push(answer.reason)
  })
  if (failures.length > 0 && failures.length === queries.length) throw failures[0]
  return refused
}
