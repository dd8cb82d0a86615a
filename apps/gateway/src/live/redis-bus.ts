import { randomUUID } from 'node:crypto'
import { createClient } from 'redis'
import { type Bus, type BusMessages, inProcessBus, type Topic } from '../platform/bus.js'
import type { Log } from '../platform/log.js'

const topics: readonly Topic[] = ['change', 'row', 'rights', 'grant', 'presence', 'session']
const channel = (topic: Topic): string => `camau:${topic}`

/**
 * The bus between nodes. This node hears itself at once and without Redis; what Redis loses, repeats or is too slow for
 * is found in the logs (`headCheck`, the feed's own check, and rights asked for anew every few seconds).
 */
export async function redisBus(url: string, report: Pick<Log, 'warn'>): Promise<Bus> {
  const node = randomUUID()
  const here = inProcessBus()
  // Without a queue: while Redis is away messages are dropped, for they would be stale when it comes back.
  const publisher = createClient({ url, disableOfflineQueue: true })
  const subscriber = createClient({ url })
  for (const client of [publisher, subscriber]) {
    client.on('error', (error) =>
      report.warn({ error: String(error) }, 'Redis is away; nodes find each other’s work in the log'),
    )
  }
  await Promise.all([publisher.connect(), subscriber.connect()])
  for (const topic of topics) {
    await subscriber.subscribe(channel(topic), (text) => {
      const heard = read(text)
      if (heard && heard.node !== node) here.publish(topic, heard.message as BusMessages[typeof topic])
    })
  }
  return {
    publish(topic, message) {
      here.publish(topic, message)
      publisher.publish(channel(topic), write(node, message)).catch(() => {}) // the log has it
    },
    subscribe: here.subscribe,
    async close() {
      await here.close()
      await Promise.allSettled([publisher.close(), subscriber.close()])
    },
  }
}

const bytesKey = '$bytes'
const dateKey = '$date'

function write(node: string, message: unknown): string {
  return JSON.stringify({ node, message }, function (key, value: unknown) {
    const raw: unknown = this[key] // before JSON turned a Date into text
    if (raw instanceof Date) return { [dateKey]: raw.getTime() }
    if (raw instanceof Uint8Array) return { [bytesKey]: Buffer.from(raw).toString('base64') }
    return value
  })
}

function read(text: string): { node: string; message: unknown } | null {
  try {
    return JSON.parse(text, (_key, value) => {
      if (typeof value?.[bytesKey] === 'string') return new Uint8Array(Buffer.from(value[bytesKey], 'base64'))
      if (typeof value?.[dateKey] === 'number') return new Date(value[dateKey])
      return value
    })
  } catch {
    return null
  }
}
