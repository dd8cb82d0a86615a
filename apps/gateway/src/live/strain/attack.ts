import { z } from 'zod'
import { aSeed, randomFrom } from '../testing/random.js'
import { floods } from './all-floods.js'

// One flood, in a process of its own: what the attackers need of the processor is theirs.
const plan = z.object({
  flood: z.string(),
  url: z.string(),
  cookies: z.record(z.string(), z.string()),
  crowd: z.array(z.string()),
  shared: z.custom<`minutes:${string}`>((value) => typeof value === 'string'),
  own: z.array(z.custom<`minutes:${string}`>((value) => typeof value === 'string')),
  victims: z.array(z.number()),
  bombers: z.array(z.object({ person: z.string(), documentId: z.custom<`minutes:${string}`>() })),
  size: z.number(),
})

process.once('message', async (message) => {
  const { flood, url, cookies, ...scene } = plan.parse(message)
  const random = randomFrom(aSeed())
  const target = { url, cookie: async (person: string) => cookies[person] ?? '' }
  const outcomes = await floods[flood]?.({ target, people: Object.keys(cookies).slice(0, 2), random, ...scene })
  process.send?.({ outcomes, seed: random.seed }, () => process.exit(0))
})
