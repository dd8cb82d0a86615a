import { useEffect, useState } from 'react'
import { type WaitingText, waitingTexts } from '../../platform/device/send-waiting'

const lookEvery = 2_000

/** Unsent edits on this device, text by text, and the texts whose last one has gone since; null until they are counted. */
export function useWaitingTexts(
  personId: string,
): { waiting: WaitingText[]; gone: { documentId: string; at: number }[] } | null {
  const [texts, setTexts] = useState<ReturnType<typeof useWaitingTexts>>(null)
  useEffect(() => {
    let stopped = false
    const look = async () => {
      const now = await waitingTexts(personId).catch(() => [])
      if (!stopped) setTexts((before) => ({ waiting: now, gone: goneSince(before, now) }))
    }
    void look()
    const timer = setInterval(() => void look(), lookEvery)
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [personId])
  return texts
}

function goneSince(before: ReturnType<typeof useWaitingTexts>, now: WaitingText[]) {
  const isHere = new Set(now.map(({ documentId }) => documentId))
  const left = (before?.waiting ?? []).filter(({ documentId }) => !isHere.has(documentId))
  return [...(before?.gone ?? []), ...left.map(({ documentId }) => ({ documentId, at: Date.now() }))]
}
