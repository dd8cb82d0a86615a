import { setTimeout as pause } from 'node:timers/promises'
import { v7 } from 'uuid'
import type { Person } from '../person.js'
import { asked, untilAnswered } from './patience.js'

const body = 'body-mag'
const apart = 700

/** Commands of some people, sent again under the same mutationId until they are answered, as a browser does. */
export interface Orders {
  /** Those that were answered. */
  done: readonly { id: string; title: string }[]
  /** Refusals, of which there should be none. */
  refused: readonly string[]
  /** Resolves when whatever was begun is answered. */
  stop(): Promise<void>
}

export function giveOrders(people: readonly Person[]): Orders {
  const done: { id: string; title: string }[] = []
  const refused: string[] = []
  let going = true
  const give = async (person: Person, who: number): Promise<void> => {
    for (let n = 0; going; n++) {
      const input = { id: v7(), mutationId: v7(), bodyId: body, title: `Person ${who}, action ${n}` }
      const code = await untilAnswered(person, 'proposeAction', input)
      if (code) refused.push(code)
      else done.push(input)
      await pause(apart)
    }
  }
  const all = Promise.all(people.map(give))
  return {
    done,
    refused,
    async stop() {
      going = false
      await all
    },
  }
}

interface Change {
  seq: number
  command: string | null
  patches: { id: string }[]
}

/** The change feed of the body after a number, and what is wrong with it and with the actions that were proposed. */
export async function faultsOfOrders(reader: Person, { done, refused }: Orders, since: number): Promise<string[]> {
  const changed = await changesAfter(reader, since)
  const faults = refused.map((code) => `a command was refused: ${code}`)
  changed.forEach(({ seq }, i) => {
    if (seq !== since + 1 + i) faults.push(`change ${seq} of the feed follows ${since + i}`)
  })
  const times = new Map<string, number>()
  for (const { command, patches } of changed)
    for (const { id } of command === 'proposeAction' ? patches : []) times.set(id, (times.get(id) ?? 0) + 1)
  for (const { id, title } of done)
    if (times.get(id) !== 1) faults.push(`${title} stands in the feed ${times.get(id) ?? 0} times`)
  const actions = await actionsOf(reader, done)
  const numbers = new Set(actions.map(({ number }) => number))
  if (actions.length !== done.length) faults.push(`${actions.length} of ${done.length} actions are there`)
  if (numbers.size !== done.length) faults.push(`${done.length} actions have ${numbers.size} numbers`)
  if (times.size !== done.length) faults.push(`${times.size} actions were told, ${done.length} were proposed`)
  return faults
}

export async function lastChange(reader: Person): Promise<number> {
  const data = await asked<{ changes: Change[] }>(reader, `{ changes(room: "body:${body}", last: 1) { seq } }`)
  return data.changes.at(-1)?.seq ?? 0
}

async function changesAfter(reader: Person, since: number): Promise<Change[]> {
  const all: Change[] = []
  for (let from = since; ; ) {
    const { changes } = await asked<{ changes: Change[] }>(
      reader,
      `query ($since: Int) { changes(room: "body:${body}", since: $since, last: 100) { seq command patches { id } } }`,
      { since: from },
    )
    const last = changes.at(-1)
    if (!last) return all
    all.push(...changes)
    from = last.seq
  }
}

const together = 10

async function actionsOf(reader: Person, done: readonly { id: string }[]): Promise<{ number: number }[]> {
  const found: { number: number }[] = []
  for (let from = 0; from < done.length; from += together) {
    const wanted = done.slice(from, from + together).map(({ id }, i) => `a${i}: action(id: "${id}") { number }`)
    const data = await asked<Record<string, { number: number }>>(reader, `{ ${wanted.join(' ')} }`)
    found.push(...Object.values(data))
  }
  return found
}
