import { Refusal } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { decode } from './admission.js'
import { encoding } from './testing/lib0.js'

const most = 200_000
const collected = [0, 1]
const skipped = [10, 1]
const letter = [0x84, 1, 0, 1, 119]
const range = [0, 1]

/** Bytes as they are, numbers as Yjs writes them, and what is told so many times. */
function bytes(...parts: (number | { raw: number[]; times?: number })[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part)
    else for (let i = 0; i < (part.times ?? 1); i++) for (const byte of part.raw) encoding.writeUint8(encoder, byte)
  }
  return encoding.toUint8Array(encoder)
}

const structs = (raw: number[], times: number) => bytes(1, times, 99, 0, { raw, times }, 0)
const ranges = (times: number) => bytes(0, 1, 99, times, { raw: range, times })
const rangesOfMany = (times: number) => bytes(0, times, { raw: [99, 1, ...range], times })
const valuesOfOne = (kind: number, value: number[], times: number) =>
  bytes(1, 1, 99, 0, { raw: [0x80 | kind, 1, 0] }, times, { raw: value, times }, 0)

function codeOf(update: Uint8Array): string {
  try {
    decode(update)
    return 'read'
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

describe('an update of very many pieces', () => {
  it.each<[string, (times: number) => Uint8Array]>([
    ['collected ranges', (times) => structs(collected, times)],
    ['gaps', (times) => structs(skipped, times)],
    ['letters', (times) => structs(letter, times)],
    ['deleted ranges', ranges],
    ['deleted ranges of as many clients', rangesOfMany],
    [
      'both',
      (times) =>
        bytes(1, 1_000, 99, 0, { raw: letter, times: 1_000 }, 1, 99, times - 1_000, {
          raw: range,
          times: times - 1_000,
        }),
    ],
  ])('is read up to the limit, and no further: %s', (_, made) => {
    expect(codeOf(made(most))).toBe('read')
    expect(codeOf(made(most + 1))).toBe('too-large')
    // Its end is missing: whoever reads that far finds it out.
    expect(codeOf(made(most + 1_000).subarray(0, -1_000))).toBe('too-large')
  })

  it('is neither read to its end where one piece holds them', () => {
    const [values, words] = [8, 2]
    for (const [kind, value] of [
      [values, [127]],
      [words, [1, 48]],
    ] as const) {
      expect(codeOf(valuesOfOne(kind, [...value], 1_000))).toBe('read')
      expect(codeOf(valuesOfOne(kind, [...value], 4 * most).subarray(0, -1_000))).toBe('too-large')
    }
  })
})
