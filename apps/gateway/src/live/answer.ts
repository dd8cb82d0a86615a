import { Refusal, type RefusalCode } from '@camau/domain'
import type { Log } from '../platform/log.js'

/** What a refusal looks like on the socket. Anything that is not one is our bug: logged in full, shown as `internal`. */
export function refusalFor(
  error: unknown,
  report: Pick<Log, 'error'>,
  where: string,
): { code: RefusalCode; details: Record<string, unknown> } {
  if (error instanceof Refusal) return { code: error.code, details: error.details }
  report.error({ err: error, where }, 'a message could not be handled')
  return { code: 'internal', details: {} }
}
