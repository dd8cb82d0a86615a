import { useEffect, useState } from 'react'

/** The time, brought up to date every so often: enough for minutes left, and still while nothing runs. */
export function useNow(every: number, running: boolean): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    if (!running) return
    setNow(new Date())
    const timer = setInterval(() => setNow(new Date()), every)
    return () => clearInterval(timer)
  }, [every, running])
  return now
}
