import { setTimeout as pause } from 'node:timers/promises'
import { sameState } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { v7 } from 'uuid'
import { expect } from 'vitest'
import type { Person } from '../person.js'
import type { Chance } from './chance.js'
import type { Cluster } from './cluster.js'
import { History, wordsOf } from './history.js'
import { Page } from './page.js'
import { untilAnswered } from './patience.js'

/** How often each person writes a word, in milliseconds; every sixth time one of theirs is taken out again. */
const every = 300
/** A node that nobody told looks in the log every few seconds; machines may be slow. */
const heardWithin = 30_000

async function aRunningMeeting(secretary: Person): Promise<string> {
  const id = v7()
  const [startsAt, endsAt] = [new Date().toISOString(), new Date(Date.now() + 7_200_000).toISOString()]
  const input = { id, bodyId: 'body-mag', startsAt, endsAt, mutationId: v7() }
  expect(await untilAnswered(secretary, 'createMeeting', input)).toBeNull()
  expect(await untilAnswered(secretary, 'startMeeting', { id, mutationId: v7() })).toBeNull()
  return id
}

/** People who type in one text, until they stop and everything is compared. */
export class Typing {
  readonly history = new History()
  readonly faults: string[] = []
  pages: Page[]
  private readonly vanished = new Set<object>()
  private readonly timer: NodeJS.Timeout
  private beat = 0

  private constructor(
    private readonly cluster: Cluster,
    private readonly people: readonly Person[],
    private readonly documentId: DocumentId,
    private readonly chance: Chance,
  ) {
    this.pages = people.map((person) => this.aPage(person))
    this.timer = setInterval(() => this.tick(), every / people.length)
  }

  static async begin(cluster: Cluster, people: readonly Person[], chance: Chance): Promise<Typing> {
    const [secretary] = people
    if (!secretary) throw new Error('nobody types')
    return new Typing(cluster, people, `minutes:${await aRunningMeeting(secretary)}`, chance)
  }

  /** At the moment of a blow: one page is gone for ever, with whatever it had not sent; another is loaded anew. */
  async losePages(): Promise<void> {
    const gone = this.chance.int(this.pages.length)
    const reloaded = (gone + 1 + this.chance.int(this.pages.length - 1)) % this.pages.length
    await this.replace(gone, false)
    await this.replace(reloaded, true)
  }

  /** How long each of those who stayed waits until a word from now on is saved. */
  async typeAgain(): Promise<number[]> {
    const staying = [...this.pages]
    const all = Promise.all(staying.map((page) => page.typesAgain()))
    let times: number[] | null = null
    void all.then((got) => {
      times = got
    })
    await expect
      .poll(() => times?.length, { timeout: 120_000, interval: 20, message: 'not everybody types again' })
      .toBe(staying.length)
    return times ?? []
  }

  /** Whoever comes in now finds everything that was owed before, as soon as the node they came to has heard of it. */
  async checkNewcomer(owed: readonly string[], gone: readonly string[]): Promise<void> {
    const page = await this.aColdPage(this.cluster.url)
    const wrong = (): string[] => {
      const there = wordsOf(page.text)
      const lost = owed.filter((word) => !there.has(word) && !this.history.isTakenOut(word))
      return [
        ...lost.map((word) => `${word} is lost`),
        ...gone.filter((word) => there.has(word)).map((word) => `${word} is back`),
      ]
    }
    const until = performance.now() + heardWithin
    while (wrong().length > 0 && performance.now() < until) await pause(100)
    this.faults.push(...wrong())
    page.vanish()
  }

  /** Everybody stops; all that was written is saved, and all replicas and every node agree. Gives how many words stand there. */
  async end(): Promise<number> {
    clearInterval(this.timer)
    const unsaved = () => this.pages.filter(({ document }) => document.pending() > 0).length
    await expect.poll(unsaved, { timeout: 120_000, message: 'not everything is saved' }).toBe(0)
    const [first, ...others] = this.pages
    if (!first) throw new Error('nobody types')
    const isSame = (page: Page) => sameState(page.document.doc, first.document.doc) && page.json === first.json
    await expect
      .poll(() => others.filter((page) => !isSame(page)).length, { timeout: 60_000, message: 'replicas differ' })
      .toBe(0)
    for (const { url } of this.cluster.nodes) {
      const cold = await this.aColdPage(url)
      await expect.poll(() => isSame(cold), { timeout: 20_000, message: `${url} differs` }).toBe(true)
      cold.vanish()
    }
    this.checkWords(first.text)
    for (const page of this.pages) this.leave(page)
    return wordsOf(first.text).size
  }

  private checkWords(text: string): void {
    const there = wordsOf(text)
    for (const word of this.history.all()) {
      const times = there.get(word) ?? 0
      const isOwed = !this.history.isTakenOut(word) && !this.history.isBy(word, this.vanished)
      if (times > 1) this.faults.push(`${word} is there ${times} times`)
      if (times === 0 && isOwed) this.faults.push(`${word} is missing`)
    }
    for (const word of this.history.owed()) if (!there.has(word)) this.faults.push(`${word} is lost`)
    for (const word of this.history.gone()) if (there.has(word)) this.faults.push(`${word} is back`)
  }

  private tick(): void {
    const page = this.pages[this.beat % this.pages.length]
    const round = Math.floor(this.beat++ / this.pages.length)
    if (round % 6 === 5) page?.takeOut(this.chance.int(1_000))
    else page?.type()
  }

  private async replace(at: number, isReload: boolean): Promise<void> {
    const [old, person] = [this.pages[at], this.people[at]]
    if (!old || !person) return
    this.leave(old)
    if (!isReload) this.vanished.add(old.kept)
    await pause(1) // the old page lets go of what it kept
    this.pages[at] = this.aPage(person, isReload ? old.kept : undefined)
  }

  private leave(page: Page): void {
    this.faults.push(...page.complaints)
    page.vanish()
  }

  private aPage(person: Person, kept?: Page['kept']): Page {
    const { history, documentId, cluster } = this
    return new Page({ url: cluster.url, person, documentId, history, ...(kept && { kept }) })
  }

  private async aColdPage(url: string): Promise<Page> {
    const [person] = this.people
    if (!person) throw new Error('nobody types')
    const page = new Page({ url, person, documentId: this.documentId, history: new History() })
    await expect
      .poll(() => page.document.status.get().state, { timeout: 60_000, message: `${url} is not read` })
      .toBe('saved')
    return page
  }
}
