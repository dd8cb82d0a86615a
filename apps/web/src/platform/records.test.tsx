import { ApolloClient, ApolloLink, gql, Observable, type TypedDocumentNode } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { createCache } from './apollo'
import { useRecords } from './records'

afterEach(cleanup)

const query: TypedDocumentNode<{ action: { title: string } }> = gql`
  query One {
    action(id: "a") {
      id
      title
    }
  }
`
type Answer = { data: { action: object } } | { data: null; errors: { message: string; extensions: { code: string } }[] }
const refused = (code: string): Answer => ({ data: null, errors: [{ message: code, extensions: { code } }] })

function Page() {
  const { data, trouble, retry } = useRecords(query)
  return (
    <button type="button" onClick={retry}>
      {data?.action.title} {trouble?.kind}
    </button>
  )
}

function show(answers: Answer[]): () => string | null {
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        observer.next(answers.shift() ?? refused('unavailable'))
        observer.complete()
      }),
  )
  const client = new ApolloClient({ cache: createCache(), link })
  render(
    <ApolloProvider client={client}>
      <Page />
    </ApolloProvider>,
  )
  return () => screen.getByRole('button').textContent
}

const action = { __typename: 'Action', id: 'a', title: 'Ask about Hawthorn House' }

it.each([
  ['that may not be read any more leaves the screen', 'not-found', ' not-found'],
  ['that could only not be read again stays', 'unavailable', 'Ask about Hawthorn House '],
])('what a page shows %s', async (_, code, then) => {
  const answers = [{ data: { action } }, refused(code)]
  const shown = show(answers)
  await expect.poll(shown).toBe('Ask about Hawthorn House ')
  fireEvent.click(screen.getByRole('button'))
  await expect.poll(() => answers.length).toBe(0)
  await expect.poll(shown).toBe(then)
})
