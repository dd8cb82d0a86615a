import { Refusal } from '@camau/domain'
import type { Allowance } from './allowance.js'

/** What would have taken too long counts so many times what it took, and what took longer than honest edits of its size do, so many. */
const tooLong = 50
const unusual = 5
/**
 * Microseconds: honest pastes, of the smallest lines too, take half of it. The first after a start may take more,
 * before V8 has compiled what it takes, and must not keep its author waiting.
 */
const usual = (bytes: number) => 60_000 + bytes * 1.5
/**
 * What each piece may take besides, where an update is gone through piece by piece: a day's typing without a line is thousands of them,
 * and the first thousands after a start take ten times as long as later ones.
 */
export const perPiece = 25

/**
 * Begins to measure a piece of work; gives what tells how many microseconds it has taken. Processor time, for on a busy machine an honest
 * edit must not look slow; but no more than the clock says, for V8 compiles and collects on threads of its own.
 */
export function stopwatch(): () => number {
  const [usage, clock] = [process.cpuUsage(), performance.now()]
  return () => {
    const { user, system } = process.cpuUsage(usage)
    return Math.min(user + system, (performance.now() - clock) * 1_000)
  }
}

/** The time that judging one update takes. */
export interface Account {
  /** Does a piece of the work. */
  working<T>(work: () => T): T
  /** The same, bit by bit, for work that goes through so many pieces. */
  stepping(pieces: number): Account['working']
  /** Makes a copy of the document: however long that takes, it says nothing about the update. */
  copying<T>(work: () => T): T
}

/** Throws Refusal when trying out somebody's edits has taken as much time as they are allowed. */
export function checkEffort(effort: Allowance): void {
  const retryAfter = effort.take(0, performance.now())
  if (retryAfter > 0) throw new Refusal('too-fast', { retryAfter })
}

/** Judges an update on its author's account: what takes unusually long, or was refused for that, counts for more than it took. */
export async function onAccount<T>(
  effort: Allowance,
  bytes: number,
  judge: (account: Account) => Promise<T>,
): Promise<T> {
  let took = 0
  let worked = 0
  const copying: Account['copying'] = (work) => {
    const began = performance.now()
    try {
      return work()
    } finally {
      const milliseconds = performance.now() - began
      effort.take(milliseconds, performance.now())
      took += milliseconds
    }
  }
  const working: Account['working'] = (work) => {
    const taken = stopwatch()
    try {
      return copying(work)
    } finally {
      worked += taken()
    }
  }
  const stepping: Account['stepping'] = (pieces) => {
    let spare = pieces * perPiece
    return (work) => {
      const before = worked
      try {
        return working(work)
      } finally {
        const spared = Math.min(spare, worked - before)
        spare -= spared
        worked -= spared
      }
    }
  }
  let times = 1
  try {
    return await judge({ working, stepping, copying })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-large') times = tooLong
    throw error
  } finally {
    if (worked > usual(bytes)) times = Math.max(times, unusual)
    effort.take(took * (times - 1), performance.now())
  }
}
