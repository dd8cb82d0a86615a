import { useEffect, useState } from 'react'
import type { XmlFragment } from 'yjs'

/** What `read` makes of a live text, made again after every change; `read` has to stay the same between renders. */
export function useFragment<T extends object | string | boolean>(
  fragment: XmlFragment,
  read: (fragment: XmlFragment) => T,
): T {
  const [value, setValue] = useState(() => read(fragment))
  useEffect(() => {
    const take = () => setValue(read(fragment))
    take()
    fragment.observeDeep(take)
    return () => fragment.unobserveDeep(take)
  }, [fragment, read])
  return value
}
