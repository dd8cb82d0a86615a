import { useEffect } from 'react'
import { signal, useSignal } from './signal'

/** Something one can do here. The palette and the list of shortcuts are made from these, so neither can drift. */
export interface Doing {
  id: string
  /** Both languages: the palette finds it in either. */
  name: { en: string; cy: string }
  /** Where or on what, beside the name. */
  on?: { en: string; cy: string }
  /** It only leads somewhere. */
  goes?: boolean
  /** A single key outside of text (`n`), or with `Ctrl+`. */
  key?: string
  /** Takes what was typed in the palette: “Propose an action about …”. */
  takesText?: boolean
  run: (typed: string) => void
}

const registered = signal<readonly Doing[]>([])

/** Offers what a page can do, while it is shown. Give an array that stays the same between renders. */
export function useDoings(doings: readonly Doing[]): void {
  useEffect(() => {
    registered.set([...registered.get(), ...doings])
    return () => registered.set(registered.get().filter((doing) => !doings.includes(doing)))
  }, [doings])
}

/** Everything on offer now; what was offered last comes first. */
export function useAllDoings(): readonly Doing[] {
  return useSignal(registered)
}

export function allDoings(): readonly Doing[] {
  return registered.get()
}
