import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'

/** Shows a live title wherever the page shows the action; the server's projection of it comes a moment later. */
export function useShownTitle(actionId: string): (title: string) => void {
  const client = useApolloClient()
  return useCallback(
    (title) => {
      const id = client.cache.identify({ __typename: 'Action', id: actionId })
      if (id) client.cache.modify({ id, fields: { title: () => title } })
    },
    [client, actionId],
  )
}
