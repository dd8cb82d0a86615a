import { connect, minutesJson, minutesText, type OpenDocument, sameState } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentLog } from '../../live/document-log.js'
import { createDocuments } from '../../live/index.js'
import { aSeed, type Random, randomFrom } from '../../live/testing/random.js'
import { aParagraph } from '../../live/testing/typist.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

const rounds = Number(process.env.SEAL_ROUNDS ?? 2)
const writers = 20

let programme: RunningProgramme
let other: { origin: string }
let chair: Caller
let secretary: Caller
let everyone: Caller[]
beforeAll(async () => {
  programme = await runningProgramme()
  other = await programme.beside()
  chair = await programme.as('ws1-chair')
  secretary = await programme.as('secretariat')
  everyone = [chair, secretary, await programme.as('ws1-vice-chair')]
})
afterAll(() => programme?.stop())

async function circulated(): Promise<string> {
  const id = v7()
  const times = { startsAt: '2027-02-01T10:00:00.000Z', endsAt: '2027-02-01T12:00:00.000Z' }
  const agenda = [{ id: v7(), title: 'Welcome', minutes: 10 }]
  await secretary.tell('createMeeting', { id, bodyId: 'body-ws-1', ...times, agenda })
  for (const step of ['startMeeting', 'endMeeting', 'circulateMinutes']) await secretary.tell(step, { id })
  return id
}

/** As the browser does: while the writers outrun it, the chair's command is sent again under its own id. */
async function agree(id: string): Promise<unknown> {
  const input = { id, mutationId: v7() }
  for (let tries = 1; ; tries++) {
    try {
      const agreed = await chair.tell('agreeMinutes', input, 'agreedMinutes { content }')
      return agreed.agreedMinutes.content
    } catch (error) {
      if (tries === 5 || !String(error).includes('unavailable')) throw error
    }
  }
}

const coldly = (id: string) => createDocuments(programme.db).read(`minutes:${id}`)

/** Writes until it may no longer, waiting now and then for what was written to be saved. */
class Writer {
  readonly written: string[] = []
  readonly acknowledged: string[] = []
  private constructor(
    private readonly name: string,
    private readonly random: Random,
    readonly opened: OpenDocument,
    readonly leave: () => void,
  ) {}

  static async at(origin: string, { cookie }: Caller, id: string, name: string, random: Random): Promise<Writer> {
    const connection = connect({ url: origin, cookie, random: () => 0 })
    const opened = connection.openDocument(`minutes:${id}`)
    await opened.opened
    return new Writer(name, random, opened, () => connection.close())
  }

  async write(): Promise<void> {
    while (!this.opened.readOnly) {
      for (let i = 0; i <= this.random.int(3); i++) this.word()
      const until = this.written.length
      try {
        await this.opened.saved()
      } catch {
        return // refused: what is not saved is in the draft
      }
      this.acknowledged.push(...this.written.slice(this.acknowledged.length, until))
    }
  }

  private word(): void {
    const text = `${this.name}-${this.written.length}.`
    this.written.push(text)
    minutesText(this.opened.doc).push([aParagraph(text)])
  }
}

async function race(origins: readonly string[], random: Random): Promise<void> {
  const because = `run again with SEED=${random.seed}`
  const id = await circulated()
  const all: Writer[] = []
  try {
    await raceOf(id, all, origins, random, because)
  } finally {
    for (const one of all) one.leave()
  }
}

async function raceOf(
  id: string,
  all: Writer[],
  origins: readonly string[],
  random: Random,
  because: string,
): Promise<void> {
  for (let i = 0; i < writers; i++) {
    const origin = origins[i % origins.length] ?? programme.origin
    all.push(await Writer.at(origin, everyone[i % everyone.length] ?? chair, id, `w${i}`, random))
  }
  const writing = Promise.all(all.map((one) => one.write()))
  const saved = () => all.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
  const enough = random.int(200)
  await expect.poll(saved, { timeout: 20_000, interval: 1 }).toBeGreaterThan(enough)
  const content = await agree(id)
  await writing

  const { doc, seq, epoch } = await coldly(id)
  expect(content, because).toEqual(JSON.parse(canonicalJson(minutesJson(doc))))
  const end = await documentLog(programme.db).after(`minutes:${id}`, epoch, seq - 1)
  expect(end, because).toMatchObject([{ seq, sealed: true }])
  const agreed = JSON.stringify(content)
  for (const { acknowledged, written, opened } of all) {
    expect(
      acknowledged.filter((word) => !agreed.includes(`"${word}"`)),
      because,
    ).toEqual([])
    const kept = opened.draft?.text ?? ''
    expect(
      written.filter((word) => !agreed.includes(`"${word}"`) && !kept.includes(word)),
      because,
    ).toEqual([])
    if (opened.draft) await expect.poll(() => opened.status.get().because, { message: because }).toBe('minutes-agreed')
  }
  for (const origin of origins) {
    const reader = await Writer.at(origin, secretary, id, 'reader', random)
    expect(reader.opened.status.get(), because).toMatchObject({ state: 'read-only', because: 'minutes-agreed' })
    expect(sameState(reader.opened.doc, doc), because).toBe(true)
    reader.leave()
  }
}

describe('minutes agreed while twenty people write in them', () => {
  const random = randomFrom(aSeed())
  it.each([
    ['on one node', () => [programme.origin]],
    ['on two nodes that share nothing but the database', () => [programme.origin, other.origin]],
  ])(
    'are what the live document stays for ever, and all that was ever saved: %s',
    { timeout: 120_000 },
    async (_where, origins) => {
      for (let round = 0; round < rounds; round++) await race(origins(), random)
    },
  )
})

describe('minutes nobody ever opened', () => {
  it('are agreed as their first reader would have found them, and stay so', async () => {
    const id = await circulated()
    const content = await agree(id)
    expect(JSON.stringify(content)).toContain('Welcome')
    const reader = await Writer.at(other.origin, secretary, id, 'reader', randomFrom(1))
    expect(reader.opened.readOnly).toBe(true)
    expect(JSON.parse(canonicalJson(minutesJson(reader.opened.doc)))).toEqual(content)
    reader.leave()
    expect(await coldly(id)).toMatchObject({ seq: 2, sealed: true })
  })
})
