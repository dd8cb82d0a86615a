import { allowance } from './allowance.js'
import type { LiveLimits } from './limits.js'

/** Lets newcomers in at a rate, in the order they came: when everybody's line broke at once, those who are in go on as before. */
export interface Gate {
  /** Whether they may come in, told when it is their turn: false when too many wait already. */
  enter(): Promise<boolean>
  close(): void
}

const lookEvery = 10

export function createGate({ arrivals, arrivalsWaiting }: Pick<LiveLimits, 'arrivals' | 'arrivalsWaiting'>): Gate {
  const rate = allowance(arrivals, Math.ceil(arrivals / 4))
  const waiting: ((isIn: boolean) => void)[] = []
  let timer: NodeJS.Timeout | undefined
  const letIn = (): void => {
    timer = undefined
    while (waiting.length > 0 && rate.take(1, performance.now()) === 0) waiting.shift()?.(true)
    if (waiting.length > 0) timer = setTimeout(letIn, lookEvery)
  }
  return {
    async enter() {
      if (waiting.length === 0 && rate.take(1, performance.now()) === 0) return true
      if (waiting.length >= arrivalsWaiting) return false
      return new Promise<boolean>((told) => {
        waiting.push(told)
        timer ??= setTimeout(letIn, lookEvery)
      })
    },
    close() {
      clearTimeout(timer)
      for (const told of waiting.splice(0)) told(false)
    },
  }
}
