import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createClient } from 'redis'
import { type Bus, inProcessBus } from './bus.js'
import { parseBusMessage } from './bus.parse.js'
import { newId } from './ids.js'
import type { Log } from './log.js'

/** How much may wait for a Redis that does not answer; what comes then is lost, as with one that is away. */
const mostUnsent = 5_000
const complainEvery = 60_000

/**
 * For several nodes: what is published here is heard here at once and by the others through Redis. While Redis is away messages
 * are lost, not kept: whoever missed one finds the truth in MongoDB, and a late hint would only be noise. What does not carry
 * the nodes' signature is not heard: rows are taken into documents, and patches shown, as they come.
 */
export async function redisBus(url: string, key: string, log: Log): Promise<Bus> {
  const report = (error: unknown) => log.error({ err: error }, 'a listener of the bus failed')
  const here = inProcessBus(report)
  const node = newId()
  const seal = sealWith(key)
  const channel = channelOf(key)
  const complain = complaining(log)
  let started = false
  // At the start no answer is a mistake in the configuration; later it is a cut to be waited out.
  const reconnectStrategy = (_tries: number, cause: Error) => (started ? 500 : cause)
  const publisher = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: mostUnsent,
    pingInterval: 5_000,
    socket: { reconnectStrategy, socketTimeout: 15_000 },
  })
  const subscriber = publisher.duplicate()
  for (const client of [publisher, subscriber]) client.on('error', (error) => log.warn({ err: error }, 'Redis is away'))
  await Promise.all([publisher.connect(), subscriber.connect()])
  started = true
  await subscriber.subscribe(channel, (text) => {
    const [from, ...message] = seal.open(text) ?? []
    if (from === node) return
    const said = parseBusMessage(message)
    if (said) here.hear(said.topic, said.message)
    else complain()
  })
  return {
    publish(topic, message) {
      here.publish(topic, message)
      publisher.publish(channel, seal.close([node, topic, message])).catch(() => undefined) // lost without harm
    },
    hear: here.hear,
    subscribe: here.subscribe,
    async close() {
      await here.close()
      publisher.destroy()
      subscriber.destroy()
    },
  }
}

/** Each deployment has a channel of its own: several may share one Redis. */
export const channelOf = (key: string): string => `camau:${createHash('sha256').update(key).digest('hex').slice(0, 16)}`

/** Writes messages with a signature in front, and opens what carries it. */
export function sealWith(key: string) {
  const signature = (body: string) => createHmac('sha256', key).update(body).digest('base64url')
  const { length } = signature('')
  return {
    close(value: unknown): string {
      const body = encode(value)
      return signature(body) + body
    },
    open(text: string): unknown[] | null {
      const [claimed, body] = [Buffer.from(text.slice(0, length)), text.slice(length)]
      const due = Buffer.from(signature(body))
      if (claimed.length !== due.length || !timingSafeEqual(claimed, due)) return null
      const value = decode(body)
      return Array.isArray(value) ? value : null
    },
  }
}

/** Somebody who floods the channel must not fill the log. */
function complaining(log: Log): () => void {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const at = performance.now()
    if (at - last < complainEvery) return
    last = at
    log.warn({}, 'a message on Redis was not of our nodes, or not as they write it; it was passed over')
  }
}

/** JSON knows neither bytes nor dates. */
function encode(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, plain: unknown) {
    const original = this[key]
    if (original instanceof Date) return { $date: original.toISOString() }
    if (original instanceof Uint8Array) return { $bytes: Buffer.from(original).toString('base64') }
    return plain
  })
}

function decode(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if ('$date' in value && typeof value.$date === 'string') return new Date(value.$date)
    if ('$bytes' in value && typeof value.$bytes === 'string')
      return new Uint8Array(Buffer.from(value.$bytes, 'base64'))
    return value
  })
}
