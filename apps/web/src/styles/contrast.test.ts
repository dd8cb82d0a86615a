import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const found = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
const themes = {
  light: new Map(found.map(([, name = '', light = '']) => [name, light])),
  dark: new Map(found.map(([, name = '', , dark = '']) => [name, dark])),
}

const grounds = ['paper', 'sheet', 'sunk']
const marks = ['done', 'late', 'waiting', 'attention']
const words = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-hover', 'proposed', 'open', 'moving', ...marks]
const people = Array.from({ length: 8 }, (_, i) => `presence-${i + 1}`)
const text = 4.5
const edge = 3

const pairs: [front: string, back: string, least: number][] = [
  ...words.flatMap((word) => grounds.map((ground): [string, string, number] => [word, ground, text])),
  ...[...marks, 'accent'].flatMap((mark) =>
    [mark, 'ink', 'ink-2'].map((word): [string, string, number] => [word, `${mark}-tint`, text]),
  ),
  ['on-accent', 'accent', text],
  ['on-accent', 'accent-hover', text],
  ...people.map((person): [string, string, number] => ['on-presence', person, text]),
  ...people.map((person): [string, string, number] => [person, 'sheet', edge]),
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['edge', ground, edge],
    ['focus', ground, edge],
  ]),
]

describe.each(Object.entries(themes))('in the %s theme', (_, tokens) => {
  it.each(pairs)('%s can be read on %s (%d to 1)', (front, back, least) => {
    expect(contrast(tokens.get(front), tokens.get(back))).toBeGreaterThanOrEqual(least)
  })
})

function contrast(a: string | undefined, b: string | undefined): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance as WCAG defines it. A missing token is no colour at all, so the test fails. */
function luminance(hex = ''): number {
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
