import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something is so, at most `most` milliseconds; says whether it is. */
export async function until(isSo, most, every = 5) {
  for (const end = performance.now() + most; !isSo() && performance.now() < end; ) await sleep(every)
  return isSo()
}

/** The value below which a share of the sorted values lies. */
export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
