import { useMemo, useRef } from 'react'
import { useDoings } from '../../platform/doings'
import { runWords } from './run-words'

interface RunSteps {
  next: () => void
  previous: () => void
}

/** Next and previous by the keys N and P, and in the palette; `null` for those who do not lead the meeting. */
export function useRunKeys(steps: RunSteps | null): void {
  const latest = useRef(steps)
  latest.current = steps
  const may = steps !== null
  useDoings(
    useMemo(() => {
      const doing = (name: keyof RunSteps, key: string) => ({
        id: `run-${name}`,
        name: { en: runWords.en[name], cy: runWords.cy[name] },
        key,
        run: () => latest.current?.[name](),
      })
      return may ? [doing('next', 'n'), doing('previous', 'p')] : []
    }, [may]),
  )
}
