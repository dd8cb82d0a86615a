import { connect, Y } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

const rounds = Number(process.env.CAMAU_KILL_ROUNDS ?? 3)
let product: Product
let secretary: Person
let member: Person
let meetingId: string

beforeAll(async () => {
  product = await startProduct()
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
  if (round % 3 !== 0) process.kill(engine, 'SIGKILL')
  if (round % 3 !== 1) {
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
      const savedActions: string[] = []
      let going = true
      const typing = (async () => {
        for (let n = 0; going; n += 1) {
          const words = `round ${round} words ${n}`
          write(minutes.doc, words)
          await minutes.saved()
          savedWords.push(words)
        }
      })()
      const commanding = (async () => {
        for (let n = 0; going && n < 200; n += 1) {
          const id = v7()
          const input = { id, mutationId: v7(), bodyId: 'body-mag', title: `Round ${round}, action ${n}` }
          // As the browser does: the same mutationId until there is an answer.
          for (let answered = false; !answered && going; ) {
            answered = await secretary.command('proposeAction', input).then(
              ({ code }) => code === null && savedActions.push(id) > 0,
              () => false,
            )
          }
        }
      })()
      await expect.poll(() => Math.min(savedWords.length, savedActions.length), { timeout: 20_000 }).toBeGreaterThan(10)
      await strike(round)
      const [words, actions] = [savedWords.length, savedActions.length]
      await expect
        .poll(() => savedWords.length > words + 3 && savedActions.length > actions + 3, { timeout: 30_000 })
        .toBe(true)
      going = false
      await Promise.all([typing, commanding])
      minutes.close()
      connection.close()
      await everythingIsThereOnce(savedWords, savedActions)
    }
  }, 600_000)
})

async function everythingIsThereOnce(words: string[], actionIds: string[]) {
  const connection = connect({ url: product.url, cookie: secretary.cookie })
  const minutes = connection.openDocument(`minutes:${meetingId}`)
  await expect.poll(() => minutes.status.get().state, { timeout: 15_000 }).toBe('saved')
  const text = paragraphs(minutes.doc)
  const times = (needle: string) => text.split(`<paragraph>${needle}</paragraph>`).length - 1
  expect(words.filter((needle) => times(needle) !== 1)).toEqual([])
  minutes.close()
  connection.close()

  const { data } = await secretary.ask<{ actions: { edges: { node: { id: string; number: number } }[] } }>(
    '{ actions(first: 2000, filter: { bodyId: "body-mag" }) { edges { node { id number } } } }',
  )
  const nodes = data?.actions.edges.map(({ node }) => node) ?? []
  const ids = nodes.map(({ id }) => id)
  expect(actionIds.filter((id) => ids.filter((other) => other === id).length !== 1)).toEqual([])
  const numbers = nodes.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
}
