import { ApolloClient, ApolloLink, gql, Observable } from '@apollo/client'
import { describe, expect, it } from 'vitest'
import { createCache } from '../apollo'
import { askAgain } from './ask-again'

const questions = {
  One: gql`
    query One {
      action(id: "one") {
        id
      }
    }
  `,
  Two: gql`
    query Two {
      action(id: "two") {
        id
      }
    }
  `,
}
type Name = keyof typeof questions

const answered = (id: string): ApolloLink.Result => ({ data: { action: { __typename: 'Action', id } } })
const refused: ApolloLink.Result = { errors: [{ message: '', extensions: { code: 'not-found' } }] }
const busy: ApolloLink.Result = { errors: [{ message: '', extensions: { code: 'too-fast' } }] }

/** A page that shows two records. Asked again, the server answers as given; null: it is not reached. */
function aPage(answers: Record<Name, ApolloLink.Result | null>) {
  const link = new ApolloLink(
    ({ operationName }) =>
      new Observable((observer) => {
        const answer = answers[operationName === 'One' ? 'One' : 'Two']
        if (!answer) return observer.error(new TypeError('not reached'))
        observer.next(answer)
        observer.complete()
      }),
  )
  const client = new ApolloClient({ cache: createCache(), link })
  const [one, two] = [show('One', 'one'), show('Two', 'two')]
  return { client, one, two }

  function show(name: Name, id: string) {
    const query = questions[name]
    client.writeQuery({ query, data: { action: { __typename: 'Action', id } } })
    const shown = client.watchQuery({ query })
    shown.subscribe(() => {})
    return shown
  }
}

describe('asking again for what a page shows', () => {
  it('tells what was refused, whatever became of the rest', async () => {
    for (const rest of [answered('two'), busy, null]) {
      const { client, one } = aPage({ One: refused, Two: rest })
      expect([...(await askAgain(client))]).toEqual([one])
    }
  })

  it('takes no answer for no refusal', async () => {
    for (const none of [busy, null]) {
      const { client } = aPage({ One: answered('one'), Two: none })
      expect([...(await askAgain(client))]).toEqual([])
    }
  })

  it('knows nothing where nothing was answered', async () => {
    await expect(askAgain(aPage({ One: null, Two: busy }).client)).rejects.toThrow()
  })
})
