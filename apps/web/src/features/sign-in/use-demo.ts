import { useEffect, useState } from 'react'
import { type DemoPerson, demoPeople } from '../../platform/session'

type Demo = { state: 'asking' } | { state: 'none' } | { state: 'people'; people: readonly DemoPerson[] }

/** Whether this is a demonstration, and whom one can be in it. */
export function useDemo(): Demo {
  const [demo, setDemo] = useState<Demo>({ state: 'asking' })
  useEffect(() => {
    let gone = false
    demoPeople()
      .catch(() => null)
      .then((people) => !gone && setDemo(people ? { state: 'people', people } : { state: 'none' }))
    return () => {
      gone = true
    }
  }, [])
  return demo
}
