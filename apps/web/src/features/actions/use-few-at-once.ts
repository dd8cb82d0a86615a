import { useLayoutEffect, useReducer, useRef } from 'react'

/** So many new rows in one frame: a page that is scrolled fast answers all the same. */
const newInFrame = 8

/** Of what is to be drawn, the keys that are drawn in this frame: what was drawn before and a few more, in the order of the list. */
export function useFewAtOnce(wanted: readonly string[]): ReadonlySet<string> {
  const drawn = useRef<ReadonlySet<string>>(new Set())
  const [, again] = useReducer((frames: number) => frames + 1, 0)
  let left = newInFrame
  const now = new Set(wanted.filter((key) => drawn.current.has(key) || left-- > 0))
  const isAll = now.size === wanted.length
  useLayoutEffect(() => {
    drawn.current = now
    if (isAll) return
    const frame = requestAnimationFrame(again)
    return () => cancelAnimationFrame(frame)
  })
  return now
}
