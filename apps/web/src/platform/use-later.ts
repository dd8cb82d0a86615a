import { useCallback, useState } from 'react'

/** A part of a page that is fetched when somebody wants it. A line that is down is a state of it, not the end of the page. */
export type Later<Part> = { state: 'unasked' | 'coming' | 'failed' } | { state: 'here'; part: Part }

/** `load` has to stay the same between renders; what is returned beside the part asks for it, again where it failed. */
export function useLater<Part extends object>(load: () => Promise<Part>): [Later<Part>, () => void] {
  const [later, setLater] = useState<Later<Part>>({ state: 'unasked' })
  const ask = useCallback(() => {
    setLater({ state: 'coming' })
    load().then(
      (part) => setLater({ state: 'here', part }),
      () => setLater({ state: 'failed' }),
    )
  }, [load])
  return [later, ask]
}
