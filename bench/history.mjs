// A long typing history: a sequential trace of the editing-traces collection that BENCH_TRACE names, or a seeded author.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { seeded } from './random.mjs'

/** Edits as [index, characters deleted, text inserted]. */
export function typingHistory(count, file = process.env.BENCH_TRACE) {
  return file ? recorded(file).slice(0, count) : simulated(count)
}

/** The text these edits leave. */
export function textAfter(edits) {
  return edits.reduce((text, [at, deleted, inserted]) => text.slice(0, at) + inserted + text.slice(at + deleted), '')
}

function recorded(file) {
  const { txns } = JSON.parse(gunzipSync(readFileSync(file)))
  return txns.flatMap(({ patches }) => patches)
}

// Words as often as they are short, a mistake now and then, and every so often a return to an earlier place.
const words =
  'the of and to a in is for that children care group action agreed owner by next meeting plant gofal'.split(' ')

function simulated(count) {
  const random = seeded(7)
  const edits = []
  let length = 0
  let at = 0
  let word = ''
  while (edits.length < count) {
    if (random() < 0.01) at = Math.floor(random() * (length + 1))
    if (random() < 0.12 && at > 0) {
      edits.push([--at, 1, ''])
      length--
      continue
    }
    if (word === '') word = ` ${words[Math.floor(random() ** 2 * words.length)]}`
    edits.push([at++, 0, word[0]])
    word = word.slice(1)
    length++
  }
  return edits
}
