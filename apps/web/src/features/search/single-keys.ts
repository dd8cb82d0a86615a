import { signal, useSignal } from '../../platform/signal'

const key = 'camau:single-keys'
const on = signal(read())

/** Whether single keys do anything; people who dictate turn them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  return [useSignal(on), choose]
}

export function singleKeysOn(): boolean {
  return on.get()
}

function choose(value: boolean): void {
  on.set(value)
  try {
    localStorage.setItem(key, value ? 'on' : 'off')
  } catch {
    // Lasts until the page is closed, then.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}
