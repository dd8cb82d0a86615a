import { fit, wordsOf } from './fold.js'

/** A stretch of text, and whether it is what was looked for. */
export interface Stretch {
  text: string
  found: boolean
}

const longest = 220
const before = 60

/** The part of a text around the first word that fits what was typed, with all that fit marked; mutated forms too. */
export function excerptOf(text: string, typed: string): Stretch[] {
  const wanted = wordsOf(typed)
  const spots = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].filter(([word]) =>
    wordsOf(word).some((one) => wanted.some((want) => fit(want, one) !== null)),
  )
  const first = spots[0]?.index ?? 0
  const start = first > before ? text.lastIndexOf(' ', first - before) + 1 : 0
  const end = text.length - start > longest ? text.lastIndexOf(' ', start + longest) : text.length
  const stretches: Stretch[] = start > 0 ? [{ text: '… ', found: false }] : []
  let at = start
  for (const { 0: word, index } of spots) {
    if (index < at || index + word.length > end) continue
    if (index > at) stretches.push({ text: text.slice(at, index), found: false })
    stretches.push({ text: word, found: true })
    at = index + word.length
  }
  const rest = text.slice(at, end)
  if (rest) stretches.push({ text: rest, found: false })
  if (end < text.length) stretches.push({ text: ' …', found: false })
  return stretches
}
