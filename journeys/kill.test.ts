import { connect, Y } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

/** 20 in the full run, with 200 commands a round; two rounds of 60 otherwise. Several gateways die in the chaos journey. */
const rounds = Number(process.env.CAMAU_KILL_ROUNDS ?? 2)
/** Several on their way when the blow falls. */
const atOnce = 4
const commands = Number(process.env.CAMAU_KILL_COMMANDS ?? (rounds < 20 ? 60 : 200))
/** How many are answered before the blow falls: somewhere in the middle, elsewhere in each round. */
const before = (round: number) => 10 + ((round * 37) % (commands - 30))
let product: Product
let secretary: Person
let member: Person
let meetingId: string

beforeAll(async () => {
  product = await startProduct({ CAMAU_LIMIT_REQUESTS: '100000' })
  secretary = await signIn(product, 'secretariat')
  member = await signIn(product, 'member')
  meetingId = v7()
  const { code } = await secretary.command('createMeeting', {
    id: meetingId,
    bodyId: 'body-mag',
    startsAt: '2026-12-01T10:00:00.000Z',
    endsAt: '2026-12-01T12:00:00.000Z',
  })
  expect(code).toBeNull()
})
afterAll(() => product?.end())

const paragraphs = (doc: Y.Doc) => doc.getXmlFragment('default').toString()

function write(doc: Y.Doc, words: string) {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  const fragment = doc.getXmlFragment('default')
  fragment.insert(fragment.length, [paragraph])
}

/** Kills what the round is about; whatever dies is started again, by the gateway (the engine) or by us (the gateway). */
async function strike(round: number) {
  const engine = product.enginePid()
  if (round % 3 !== 2) process.kill(engine, 'SIGKILL')
  if (round % 3 !== 0) {
    await product.kill('SIGKILL')
    await product.restart()
  }
}

describe('kill -9 of the gateway, the engine, or both', () => {
  it(`loses nothing that was acknowledged, in ${rounds} rounds`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const connection = connect({ url: product.url, cookie: member.cookie })
      const minutes = connection.openDocument(`minutes:${meetingId}`)
      await expect.poll(() => minutes.status.get().state, { timeout: 15_000 }).toBe('saved')

      const savedWords: string[] = []
      const done: ReturnType<typeof commandsOf> = []
      let going = true
      const typing = (async () => {
        for (let n = 0; going; n += 1) {
          const words = `round ${round} words ${n}`
          write(minutes.doc, words)
          await minutes.saved()
          savedWords.push(words)
        }
      })()
      const since = await lastChange()
      const sent = commandsOf(round)
      const commanding = Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let input = sent.shift(); input; input = sent.shift()) {
            // As the browser does: the same mutationId until there is an answer.
            while (!(await answered(input))) await expect.poll(isReady, { timeout: 60_000 }).toBe(true)
            done.push(input)
          }
        }),
      )
      await expect.poll(() => savedWords.length, { timeout: 60_000 }).toBeGreaterThan(10)
      await expect.poll(() => done.length, { timeout: 120_000, interval: 5 }).toBeGreaterThanOrEqual(before(round))
      const [words, actions] = [savedWords.length, done.length]
      await strike(round)
      await expect.poll(() => savedWords.length, { timeout: 60_000 }).toBeGreaterThan(words + 3)
      await commanding
      going = false
      await typing
      console.log(
        `kill -9 of ${victims[round % 3]} after ${actions} of ${done.length} commands and ${words} of ${savedWords.length} edits`,
      )
      expect(done).toHaveLength(commands)
      minutes.close()
      connection.close()
      await everyWordIsThereOnce(savedWords)
      await everyCommandIsThereOnce(done, since)
    }
  }, 1_800_000)
})

const commandsOf = (round: number) =>
  Array.from({ length: commands }, (_, n) => ({
    id: v7(),
    mutationId: v7(),
    bodyId: 'body-mag',
    title: `Round ${round}, action ${n}`,
  }))

const victims = ['the engine', 'both', 'the gateway']

const answered = (input: Record<string, unknown>) =>
  secretary.command('proposeAction', input).then(
    ({ code }) => code === null,
    () => false,
  )

const isReady = () =>
  fetch(`${product.url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )

async function everyWordIsThereOnce(words: readonly string[]) {
  const connection = connect({ url: product.url, cookie: secretary.cookie })
  const minutes = connection.openDocument(`minutes:${meetingId}`)
  await expect.poll(() => minutes.status.get().state, { timeout: 60_000 }).toBe('saved')
  const text = paragraphs(minutes.doc)
  const times = (needle: string) => text.split(`<paragraph>${needle}</paragraph>`).length - 1
  expect(words.filter((needle) => times(needle) !== 1)).toEqual([])
  minutes.close()
  connection.close()
}

/** Each action is there with a number of its own, and each command stands in the change feed once. */
async function everyCommandIsThereOnce(done: ReturnType<typeof commandsOf>, since: number) {
  const numbers: number[] = []
  for (const { id, title } of done) {
    const { data } = await secretary.ask<{ action: { title: string; number: number } }>(
      'query ($id: ID!) { action(id: $id) { title number } }',
      { id },
    )
    expect(data?.action.title).toBe(title)
    numbers.push(data?.action.number ?? 0)
  }
  expect(new Set(numbers).size).toBe(done.length)
  const changed = await changesAfter(since)
  expect(changed.map(({ seq }) => seq)).toEqual(changed.map((_, i) => since + 1 + i))
  const heard = changed.filter(({ command }) => command === 'proposeAction').flatMap(({ patches }) => patches)
  expect(done.filter((input) => heard.filter(({ id }) => id === input.id).length !== 1)).toEqual([])
}

interface Change {
  seq: number
  command: string | null
  patches: { id: string }[]
}

async function changesAfter(since: number): Promise<Change[]> {
  const { data } = await secretary.ask<{ changes: Change[] }>(
    'query ($since: Int) { changes(room: "body:body-mag", since: $since, last: 100) { seq command patches { id } } }',
    { since },
  )
  const last = data?.changes.at(-1)
  return last ? [...(data?.changes ?? []), ...(await changesAfter(last.seq))] : []
}

async function lastChange(): Promise<number> {
  const { data } = await secretary.ask<{ changes: Change[] }>('{ changes(room: "body:body-mag", last: 1) { seq } }')
  return data?.changes.at(-1)?.seq ?? 0
}
