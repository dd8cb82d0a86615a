import { randomBytes } from 'node:crypto'
import type { DocumentId } from '@camau/protocol'
import type { Socket } from 'socket.io-client'
import { z } from 'zod'
import { aBareSocket, type Target } from '../testing/attacker.js'
import type { Random } from '../testing/random.js'

/** What a flood is given. */
export interface Scene {
  target: Target
  /** Who attacks; they may write in all these documents. */
  people: readonly string[]
  /** Sessions of everybody else; the first four may read the shared document. */
  crowd: readonly string[]
  /** The document honest people are writing in. */
  shared: DocumentId
  /** Documents of the attackers' own. */
  own: readonly DocumentId[]
  /** Who tries the bombs, each in a document of another body: whoever did is let do little for a while. */
  bombers: readonly { person: string; documentId: DocumentId }[]
  random: Random
  /** Client ids of honest people in it. */
  victims: readonly number[]
  /** 1: as much as the bars ask for. */
  size: number
}

/** How often each thing was the outcome. */
export type Outcomes = Record<string, number>
export type Flood = (scene: Scene) => Promise<Outcomes>

export function count(outcomes: Outcomes, what: string, times = 1): void {
  outcomes[what] = (outcomes[what] ?? 0) + times
}

export const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

const answer = z.union([
  z.object({ ok: z.literal(true), handle: z.number(), update: z.string() }),
  z.object({ ok: z.literal(false), code: z.string(), details: z.looseObject({ retryAfter: z.number().optional() }) }),
])

export interface Opened {
  handle: number
  update: Uint8Array
}

/** Opens a document, as often as it takes; what is too fast waits as it is told. */
export async function open(socket: Socket, documentId: DocumentId): Promise<Opened> {
  for (let tries = 0; tries < 200 && socket.connected; tries++) {
    const message = { documentId, clientId: 77 }
    const reply = answer.parse(await socket.timeout(30_000).emitWithAck('document:open', message))
    if (reply.ok) return { handle: reply.handle, update: new Uint8Array(Buffer.from(reply.update, 'base64')) }
    await pause(reply.details.retryAfter ?? 200)
  }
  throw new Error(`${documentId} does not open`)
}

export interface Pusher {
  socket: Socket
  opened: Opened
  /** Sends an update, and tells how it was answered; `of` parts of which only the first `sent` are sent. */
  push(update: Uint8Array): Promise<string>
  /** Sends raw messages that begin with handle and number. */
  raw(n: number, rest: readonly unknown[]): void
}

const refused = z.object({ n: z.number(), code: z.string() })
const saved = z.tuple([z.number(), z.number(), z.number()])
const partBytes = 180_000

/** Whoever has sent too much is let in again only after a while. */
export async function aSocket(target: Target, person: string): Promise<Socket> {
  for (let tries = 0; ; tries++) {
    try {
      return await aBareSocket(target, person)
    } catch (error) {
      if (tries > 300) throw error
      await pause(500)
    }
  }
}

/** A socket in a document, that pushes one update after the other and waits for each answer. */
export async function aPusher(target: Target, person: string, documentId: DocumentId): Promise<Pusher> {
  const socket = await aSocket(target, person)
  const opened = await open(socket, documentId)
  let n = 0
  const answers = new Map<number, (code: string) => void>()
  const settle = (which: number, code: string): void => {
    answers.get(which)?.(code)
    answers.delete(which)
  }
  socket.on('document:refused', (message) => {
    const { n: which, code } = refused.parse(message)
    settle(which, code)
  })
  socket.on('document:saved', (message) => settle(saved.parse(message)[1], 'saved'))
  socket.once('disconnect', () => {
    for (const which of [...answers.keys()]) settle(which, 'thrown out')
  })
  const raw: Pusher['raw'] = (which, rest) => void socket.emit('document:push', [opened.handle, which, ...rest])
  return {
    socket,
    opened,
    raw,
    push(update) {
      n += 1
      if (!socket.connected) return Promise.resolve('thrown out')
      const told = new Promise<string>((done) => void answers.set(n, done))
      const of = Math.max(1, Math.ceil(update.length / partBytes))
      for (let index = 0; index < of; index++) {
        const part = Buffer.from(update.subarray(index * partBytes, (index + 1) * partBytes)).toString('base64')
        raw(n, [part, null, { again: true, ...(of > 1 && { part: { index, of } }) }])
      }
      return told
    },
  }
}

/** A client id nobody has. */
export const aClientId = (): number => 2 + (randomBytes(4).readUInt32BE() % (2 ** 32 - 3))
