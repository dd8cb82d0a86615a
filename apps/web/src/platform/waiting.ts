import { type Signal, signal, useSignal } from './signal'

/** How many things wait for the person here: home counts them, the places show the count. */
export const waitingCount: Signal<number | null> = signal<number | null>(null)

export function useWaitingCount(): number | null {
  return useSignal(waitingCount)
}
