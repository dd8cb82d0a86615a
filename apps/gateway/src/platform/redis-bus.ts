import { createClient } from 'redis'
import { type Bus, type BusMessages, inProcessBus, type Topic } from './bus.js'
import { newId } from './ids.js'
import type { Log } from './log.js'

const channel = 'camau'
const topics: readonly Topic[] = ['change', 'row', 'moved', 'rights', 'grant', 'presence', 'session']

/**
 * For several nodes: what is published here is heard here at once and by the others through Redis. While Redis is away messages
 * are lost, not kept: whoever missed one finds the truth in MongoDB, and a late hint would only be noise.
 */
export async function redisBus(url: string, log: Log): Promise<Bus> {
  const report = (error: unknown) => log.error({ err: error }, 'a listener of the bus failed')
  const here = inProcessBus(report)
  const node = newId()
  let started = false
  // At the start no answer is a mistake in the configuration; later it is a cut to be waited out.
  const reconnectStrategy = (_tries: number, cause: Error) => (started ? 500 : cause)
  const publisher = createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy } })
  const subscriber = publisher.duplicate()
  for (const client of [publisher, subscriber]) client.on('error', (error) => log.warn({ err: error }, 'Redis is away'))
  await Promise.all([publisher.connect(), subscriber.connect()])
  started = true
  await subscriber.subscribe(channel, (text) => {
    const [from, topic, message] = decode(text)
    const known = topics.find((one) => one === topic)
    if (known && from !== node) here.publish(known, message as BusMessages[typeof known])
  })
  return {
    publish(topic, message) {
      here.publish(topic, message)
      publisher.publish(channel, encode([node, topic, message])).catch(() => undefined) // lost without harm
    },
    subscribe: here.subscribe,
    async close() {
      await here.close()
      publisher.destroy()
      subscriber.destroy()
    },
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

function decode(text: string): [from: unknown, topic: unknown, message: unknown] {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if ('$date' in value && typeof value.$date === 'string') return new Date(value.$date)
    if ('$bytes' in value && typeof value.$bytes === 'string')
      return new Uint8Array(Buffer.from(value.$bytes, 'base64'))
    return value
  })
}
