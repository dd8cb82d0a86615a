import { setTimeout as pause } from 'node:timers/promises'
import type { Person } from '../person.js'

/** What passes by itself: asked again, it is answered. */
const passing: ReadonlySet<string | null> = new Set(['unavailable', 'took-too-long', 'internal'])
const again = 100

/** Of a command. */
type Input = Record<string, unknown> & { mutationId: string }

/** Sends a command, under the same mutationId, until there is an answer: null, or why not. */
export async function untilAnswered(person: Person, name: string, input: Input): Promise<string | null> {
  for (;;) {
    const reply = await person.command(name, input).catch(() => null)
    if (reply && !passing.has(reply.code)) return reply.code
    await pause(again)
  }
}

/** Asks until there is an answer. */
export async function asked<T>(person: Person, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  for (;;) {
    const reply = await person.ask<T>(query, variables).catch(() => null)
    if (reply?.data) return reply.data
    if (reply && !passing.has(reply.code)) throw new Error(`${query} was refused: ${reply.code}`)
    await pause(again)
  }
}
