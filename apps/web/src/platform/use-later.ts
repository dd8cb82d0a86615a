import { useCallback, useState } from 'react'

/** A part of a page that is fetched when somebody wants it. A line that is down is a state of it, not the end of the page. */
export type Later<Part> = { state: 'unasked' | 'coming' | 'failed' } | { state: 'here'; part: Part }

const fetched = new WeakSet<() => Promise<object>>()

/**
 * Browsers remember, until the page is loaded anew, that a module could not be fetched. Over a line that is down it is not asked for at all,
 * so that it can be later; unless the device may have it.
 */
const isOutOfReach = (load: () => Promise<object>): boolean =>
  !navigator.onLine && !navigator.serviceWorker?.controller && !fetched.has(load)

/** `load` has to stay the same between renders; what is returned beside the part asks for it, again where it failed. */
export function useLater<Part extends object>(load: () => Promise<Part>): [Later<Part>, () => void] {
  const [later, setLater] = useState<Later<Part>>({ state: 'unasked' })
  const ask = useCallback(() => {
    if (isOutOfReach(load)) return setLater({ state: 'failed' })
    setLater({ state: 'coming' })
    load().then(
      (part) => {
        fetched.add(load)
        setLater({ state: 'here', part })
      },
      () => setLater({ state: 'failed' }),
    )
  }, [load])
  return [later, ask]
}
