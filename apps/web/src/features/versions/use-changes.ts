import { type RefObject, useEffect, useMemo, useState } from 'react'
import { type PageKeys, usePageKeys } from '../../platform/page-keys'
import { versionWords } from './words'

const keys: PageKeys = {
  of: { en: versionWords.en.compare, cy: versionWords.cy.compare },
  keys: [
    { key: 'n', does: { en: versionWords.en.next, cy: versionWords.cy.next } },
    { key: 'p', does: { en: versionWords.en.previous, cy: versionWords.cy.previous } },
  ],
}

/** The changes in a compared text, one after the other: each is given the focus, so that it is read out. */
export function useChanges(text: RefObject<HTMLElement | null>, compared: object | undefined) {
  const [at, setAt] = useState<number | null>(null)
  const [count, setCount] = useState(0)
  usePageKeys(keys)
  useEffect(() => {
    setAt(null)
    setCount(compared ? changesIn(text.current).length : 0)
  }, [text, compared])
  const step = useMemo(() => {
    const go = (to: number) => {
      const all = changesIn(text.current)
      if (all.length === 0) return
      const place = (to + all.length) % all.length
      setAt(place)
      all[place]?.focus()
      all[place]?.scrollIntoView({ block: 'center' })
    }
    return { next: () => go((at ?? -1) + 1), previous: () => go((at ?? 0) - 1) }
  }, [text, at])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog')
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'n') step.next()
      if (event.key === 'p') step.previous()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [step])
  return { at, count, ...step }
}

const changesIn = (text: HTMLElement | null): HTMLElement[] => [
  ...(text?.querySelectorAll<HTMLElement>('ins, del') ?? []),
]
