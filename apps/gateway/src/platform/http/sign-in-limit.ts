import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** So many tries per minute. Resolves to the seconds to wait, or null. */
export type TryLimit = (key: string) => Promise<number | null>

export function tryLimit(points: number, seconds: number): TryLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return async (key) => {
    try {
      await limiter.consume(key)
      return null
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw refused
    }
  }
}
