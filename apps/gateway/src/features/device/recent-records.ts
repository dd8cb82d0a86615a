/** How far back what is readable without a line reaches. */
const days = 30

/** Since when something counts as recent. */
export const recentlyFrom = (now: Date): Date => new Date(now.getTime() - days * 86_400_000)

/** The newest day a record holds that is not ahead: when something last happened to it. */
export function lastTouched(record: unknown, now: Date): number {
  if (record instanceof Date) return record <= now ? record.getTime() : 0
  if (typeof record !== 'object' || record === null) return 0
  return Object.values(record).reduce((newest: number, value) => Math.max(newest, lastTouched(value, now)), 0)
}
