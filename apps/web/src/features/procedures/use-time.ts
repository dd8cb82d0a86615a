import { useEffect, useState } from 'react'

/** The time, brought up to date twice a minute: voting ends while somebody looks on. */
export function useTime(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
