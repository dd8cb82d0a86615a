import type { RefusalCode } from '@camau/domain'

const longest = 4_000
const longestId = 200

/** What no input may hold, whatever it means; each use case has narrower limits of its own. */
export function whyNotInput(input: unknown): RefusalCode | null {
  for (const [key, value] of textsIn(input)) {
    if (value.length > longest) return 'too-long'
    if (/(^i|I)ds?$/.test(key) && !isId(value)) return 'malformed'
    if (hasStray(value)) return 'malformed'
  }
  return null
}

function* textsIn(input: unknown, key = ''): Generator<[key: string, value: string]> {
  if (typeof input === 'string') yield [key, input]
  else if (typeof input === 'object' && input !== null && !(input instanceof Date))
    for (const [name, value] of Object.entries(input)) yield* textsIn(value, Array.isArray(input) ? key : name)
}

const isId = (text: string) => text.length > 0 && text.length <= longestId && /^[\w.:-]+$/.test(text)

/** Half a character, or one that controls the terminal or the reading direction rather than being read. */
function hasStray(text: string): boolean {
  return /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u.test(text)
}
