import { useEffect, useState } from 'react'

const settlesIn = 200

/** What was typed, once it has not changed for a moment: for what is asked of the server. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), settlesIn)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
