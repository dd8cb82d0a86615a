type Call = () => void

export interface OnceQuiet {
  /** To be called once, however often it is asked for until then. */
  soon(calls: Iterable<Call>): void
  cancel(): void
}

/** Calls what was asked for once nothing has asked for `quiet` milliseconds, and after `longest` at the latest. */
export function onceQuiet(quiet: number, longest: number): OnceQuiet {
  const due = new Set<Call>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  const callAll = () => {
    timer = undefined
    const calls = [...due]
    due.clear()
    for (const call of calls) call()
  }
  return {
    soon(calls) {
      for (const call of calls) due.add(call)
      if (due.size === 0) return
      const now = Date.now()
      if (timer === undefined) since = now
      clearTimeout(timer)
      timer = setTimeout(callAll, Math.max(0, Math.min(quiet, since + longest - now)))
    },
    cancel() {
      clearTimeout(timer)
      timer = undefined
      due.clear()
    },
  }
}
