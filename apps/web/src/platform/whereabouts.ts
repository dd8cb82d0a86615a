import type { Presence } from '@camau/protocol'
import { useEffect } from 'react'
import type { Language } from './language'
import { signal, useSignal } from './signal'

/** Where the reader is: the bar on top shows it, the page says it. */
interface Whereabouts {
  title: string
  /** Of the title, where it is not the page's. */
  lang?: Language | undefined
  within: readonly { name: string; href: string }[]
  /** Short and permanent (`A60`): what the page's record is called in an address for ever. */
  reference: string | null
}

/** Somebody else on the same page. */
export interface PersonHere {
  key: string
  name: string
  initials: string
  colour: number
}

const current = signal<Whereabouts>({ title: '', within: [], reference: null })
const here = signal<readonly PersonHere[]>([])

export function useWhereabouts(): Whereabouts {
  return useSignal(current)
}

/** Called by a page while it is shown. */
export function useBreadcrumbs({ title, lang, within, reference }: Whereabouts): void {
  const key = JSON.stringify([title, within])
  useEffect(() => {
    const [name, crumbs]: [string, Whereabouts['within']] = JSON.parse(key)
    current.set({ title: name, lang, within: crumbs, reference })
  }, [key, lang, reference])
}

/** Shows in the bar who else is in the page's room; somebody with two windows is one person. */
export function usePeopleInBar(people: readonly Presence[]): void {
  useEffect(() => {
    const persons = new Map(people.map((one) => [one.personId, one]))
    here.set(
      [...persons.values()].map(({ personId, name, initials, colour }) => ({ key: personId, name, initials, colour })),
    )
    return () => here.set([])
  }, [people])
}

export function useFacesHere(): readonly PersonHere[] {
  return useSignal(here)
}
