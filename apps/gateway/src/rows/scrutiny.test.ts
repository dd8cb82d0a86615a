import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../test/running-programme.js'

let programme: RunningProgramme
let anyone: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  anyone = await programme.as()
})
afterAll(() => programme?.stop())

it('row 24: the five education recommendations show as not stated, none as accepted', async () => {
  const { legacyItems } = await anyone.ask('{ legacyItems { recommendations { text acceptance } } }')
  const all: { acceptance: string }[] = legacyItems.flatMap((one: { recommendations: unknown[] }) => one.recommendations)
  expect(all.map(({ acceptance }) => acceptance)).toEqual(Array(5).fill('not-stated'))
})
