import { type RefusalCode, refusalCodes } from '@camau/domain'
import { type Language, useLanguage } from './language'
import { signal, useSignal } from './signal'

/** A no from the server, as it travels. `reference` finds it in the server's log when it is our fault. */
export interface Refused {
  code: RefusalCode
  details: Record<string, unknown>
  reference: string | null
}

type Say = (language: Language, code: RefusalCode) => string

const unknown: Record<Language, string> = { en: 'This was not done', cy: 'Ni wnaed hyn' }
const known = signal<Say | null>(null)
let coming: Promise<void> | null = null

/** The words of every no are many, and most visits need none of them: they come with the first no. */
export function fetchRefusalWords(): Promise<void> {
  coming ??= import('./words/refusals').then(
    ({ refusals }) => known.set((language, code) => refusals[language][code]),
    () => {
      coming = null
      known.set((language) => unknown[language])
    },
  )
  return coming
}

/** Turns a code into the reader's words. A command has fetched them by the time it hands back its no; elsewhere they follow. */
export function useRefusalWords(): (code: RefusalCode) => string {
  const language = useLanguage()
  useSignal(known)
  return (code) => {
    const say = known.get()
    if (!say) void fetchRefusalWords()
    return say?.(language, code) ?? ''
  }
}

/** Reads `extensions` of a GraphQL error; whatever is not one of our codes is ours to mend, so `internal`. */
export function readRefusal(extensions: Record<string, unknown> | undefined): Refused {
  const { code, details, reference } = extensions ?? {}
  return {
    code: refusalCodes.find((known) => known === code) ?? 'internal',
    details: isRecord(details) ? details : {},
    reference: typeof reference === 'string' ? reference : null,
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
