import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { readRefusal } from './refused'

/** Why a page could not be read, as far as the reader is concerned. The reference is quoted to whoever runs the service. */
export interface Trouble {
  kind: 'not-found' | 'offline' | 'unreachable' | 'timeout' | 'server'
  /** null where nothing reached a server that could know it. */
  reference: string | null
  at: Date
}

/** What stands behind an error of Apollo or fetch. Never the server's own words. */
export function troubleOf(error: unknown): Trouble {
  const found = CombinedGraphQLErrors.is(error) ? readRefusal(error.errors[0]?.extensions) : null
  return { kind: kindOf(error, found?.code), reference: found?.reference ?? newReference(), at: new Date() }
}

function kindOf(error: unknown, code: string | undefined): Trouble['kind'] {
  if (code === 'not-found' || code === 'not-permitted') return 'not-found'
  if (code) return 'server'
  if (!navigator.onLine) return 'offline'
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout'
  return name === 'TypeError' ? 'unreachable' : 'server'
}

/** `7Q4-M2X`: easy to read out over the telephone. */
function newReference(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  const drawn = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => letters[byte % letters.length]).join('')
  return `${drawn.slice(0, 3)}-${drawn.slice(3)}`
}
