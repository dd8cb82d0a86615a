import { encodeKey } from './keys.js'
import { compareValues } from './order.js'
import type { StringOrder } from './strings.js'

/** A map by BSON value: 1 and 1.0 are one key, and so are texts that a collation holds equal. Iterates as first met. */
export class ValueMap<Held> {
  readonly #held = new Map<string, { value: unknown; held: Held }>()
  readonly #spelling: (value: unknown) => string

  constructor(strings?: StringOrder) {
    this.#spelling = strings ? oneOfEquals(strings) : bytesOf
  }

  has(value: unknown): boolean {
    return this.#held.has(this.#spelling(value))
  }

  get(value: unknown): Held | undefined {
    return this.#held.get(this.#spelling(value))?.held
  }

  /** What is held for the value; made first when nothing is. */
  getOrMake(value: unknown, make: () => Held): Held {
    const key = this.#spelling(value)
    const known = this.#held.get(key)
    if (known) return known.held
    const held = make()
    this.#held.set(key, { value, held })
    return held
  }

  /** Each value as it was first given, with what is held for it. */
  *[Symbol.iterator](): Iterator<[unknown, Held]> {
    for (const { value, held } of this.#held.values()) yield [value, held]
  }
}

const bytesOf = (value: unknown): string => Buffer.from(encodeKey([value], [1]).key).toString('latin1')

/**
 * Intl compares two texts but gives no key for one. So every new spelling is looked for among those known, which are
 * kept sorted, and the bytes of the first that equals it stand for it from then on.
 */
function oneOfEquals(strings: StringOrder): (value: unknown) => string {
  const known = new Map<string, string>()
  const sorted: { value: unknown; key: string }[] = []
  return (value) => {
    const bytes = bytesOf(value)
    const seen = known.get(bytes)
    if (seen !== undefined) return seen
    const at = placeOf(value, sorted, strings)
    const next = sorted[at]
    const key = next && compareValues(next.value, value, strings) === 0 ? next.key : bytes
    if (key === bytes) sorted.splice(at, 0, { value, key })
    known.set(bytes, key)
    return key
  }
}

/** Where the first entry stands that is not below the value. */
function placeOf(value: unknown, sorted: { value: unknown }[], strings: StringOrder): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareValues(sorted[middle]?.value, value, strings) < 0) low = middle + 1
    else high = middle
  }
  return low
}
