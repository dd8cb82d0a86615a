import { useEffect } from 'react'

/** Item, body, product, in the page's language: `useTitle(['Action 60', 'Workstream 2'])`. */
export function useTitle(parts: readonly (string | null | undefined)[]): void {
  const title = [...parts.filter((part) => part), 'Camau'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
