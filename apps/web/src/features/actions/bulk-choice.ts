import { signal } from '../../platform/signal'

/** Ids of the rows chosen in the log on the page. */
export const chosen = signal<ReadonlySet<string>>(new Set())

export function choose(ids: readonly string[], on = true): void {
  const next = new Set(chosen.get())
  for (const id of ids)
    if (on) next.add(id)
    else next.delete(id)
  chosen.set(next)
}

export function toggleChosen(id: string): void {
  choose([id], !chosen.get().has(id))
}

export function chooseNone(): void {
  if (chosen.get().size > 0) chosen.set(new Set())
}
