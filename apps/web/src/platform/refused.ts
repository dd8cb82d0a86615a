import { type RefusalCode, refusalCodes } from '@camau/domain'
import { useLanguage } from './language'
import { refusals } from './words/refusals'

/** A no from the server, as it travels. `reference` finds it in the server's log when it is our fault. */
export interface Refused {
  code: RefusalCode
  details: Record<string, unknown>
  reference: string | null
}

/** Turns a code into the reader's words. */
export function useRefusalWords(): (code: RefusalCode) => string {
  const language = useLanguage()
  return (code) => refusals[language][code]
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
