import { canonicalJson, sha256 } from '../../platform/canonical-json.js'
import type { AgreedMinutesRecord } from './agreed-minutes.model.js'

/**
 * Over canonical JSON of all that was said and decided. What minutes of an earlier version of the product do not have is left
 * out, as it was then.
 */
export function minutesHash(minutes: Omit<AgreedMinutesRecord, 'sha256' | 'redacted'>): string {
  const { content, actions, decisions, declarations, previous } = minutes
  const words: unknown = JSON.parse(content)
  return sha256(canonicalJson({ content: words, actions, decisions, declarations, previous }))
}
