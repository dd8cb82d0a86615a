import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { percentile, tellStory } from './chaos/story.js'
import { pace } from './pace.js'

const isHere = spawnSync('redis-server', ['--version']).status === 0
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
/** `npm run test:chaos` goes on for 200. */
const kills = Number(process.env.KILLS ?? 2)
const isLong = kills > 20
const [chapter, standstill] = isLong ? [10, 30_000] : [kills, 2_000]
const began = Date.now()
const say = (line: string) => console.log(`${((Date.now() - began) / 1000).toFixed(0)} s  ${line}`)

describe.runIf(isHere)('three nodes under twenty people who type and five who give orders', () => {
  it(`lose nothing that was acknowledged or seen, and do nothing twice, under ${kills} kills`, {
    timeout: 300_000 + kills * 60_000,
  }, async () => {
    say(`seed ${seed}`)
    const { faults, words, commands, typingAgain, ...told } = await tellStory({ seed, kills, chapter, standstill, say })
    const [half, most, all] = [50, 95, 100].map((of) => Math.round(percentile(typingAgain, of)))
    say(`${told.kills} kills, ${words} words, ${commands} commands, ${faults.length} faults`)
    say(`people type again: p50 ${half} ms, p95 ${most} ms, at most ${all} ms`)
    expect(faults, `seed ${seed}`).toEqual([])
    expect(Math.min(words, commands)).toBeGreaterThan(0)
    expect(most).toBeLessThan(5_000 * pace)
  })
})
