import { type RefObject, useEffect } from 'react'
import { useLocation } from 'wouter'

let lastPath: string | null = null
let wentBack = false
window.addEventListener('popstate', () => {
  wentBack = true
})

/**
 * Moving to another page puts the focus on it, as loading it would. The path is without the language:
 * switching languages moves neither focus nor scroll. `where` is for what has no address of its own: signing in.
 */
export function useArrival(ref: RefObject<HTMLElement | null>, where?: string): void {
  const [address] = useLocation()
  const path = where ?? address
  useEffect(() => {
    const moved = lastPath !== null && lastPath !== path
    lastPath = path
    if (!moved) return
    ref.current?.focus({ preventScroll: true })
    // The browser restores the place one comes back to.
    if (!wentBack) window.scrollTo(0, 0)
    wentBack = false
  }, [path, ref])
}
