import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { SearchDocument, type SearchQuery } from './search.graphql'

type Search = { state: 'idle' | 'asking' | 'failed' } | { state: 'found'; text: string; result: SearchQuery['search'] }

const quietFor = 150
const fewestLetters = 2

/** Asks once typing pauses; an answer to an earlier text is dropped. */
export function useSearch(text: string): Search {
  const client = useApolloClient()
  const [search, setSearch] = useState<Search>({ state: 'idle' })
  useEffect(() => {
    const wanted = text.trim()
    if (wanted.length < fewestLetters) return setSearch({ state: 'idle' })
    let gone = false
    setSearch((before) => (before.state === 'found' ? before : { state: 'asking' }))
    const timer = setTimeout(() => {
      client.query({ query: SearchDocument, variables: { text: wanted }, fetchPolicy: 'network-only' }).then(
        ({ data }) => !gone && data && setSearch({ state: 'found', text: wanted, result: data.search }),
        () => !gone && setSearch({ state: 'failed' }),
      )
    }, quietFor)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [text, client])
  return search
}
