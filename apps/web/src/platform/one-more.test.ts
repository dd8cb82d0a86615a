import { expect, it } from 'vitest'
import { oneMore } from './one-more'

/** Somebody who is asked, and answers when told to. */
function anAnswerer() {
  const answers: (() => void)[] = []
  const ask = () => new Promise<void>((answer) => answers.push(answer))
  return { ask, answers }
}
const moment = () => new Promise((done) => setTimeout(done))

it('asks once more for all that came while an answer was on its way', async () => {
  const { ask, answers } = anAnswerer()
  const retry = oneMore(ask, () => false)
  for (let i = 0; i < 3; i++) retry()
  expect(answers).toHaveLength(1)
  answers[0]?.()
  await moment()
  expect(answers).toHaveLength(2)
  answers[1]?.()
  await moment()
  expect(answers).toHaveLength(2)
})

it('asks once more when it may have joined what somebody else had asked before', async () => {
  const { ask, answers } = anAnswerer()
  let first = true
  const retry = oneMore(ask, () => first)
  retry()
  first = false
  answers[0]?.()
  await moment()
  expect(answers).toHaveLength(2)
})

it('asks twice at most by itself, though there is no line and something seems to be under way for ever', async () => {
  let asked = 0
  const retry = oneMore(
    () => Promise.reject(new Error(`no line ${++asked}`)),
    () => asked < 100, // for ever, but for a test that has to end
  )
  retry()
  await moment()
  expect(asked).toBe(2)
})

it('goes on after an answer that failed', async () => {
  let asked = 0
  const retry = oneMore(
    () => Promise.reject(new Error(`no line ${++asked}`)),
    () => false,
  )
  retry()
  retry()
  await moment()
  expect(asked).toBe(2)
})
