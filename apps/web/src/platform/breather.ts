// In milliseconds; together with what else a frame needs, nobody notices.
const longest = 8

/** For long work that nobody waits for: awaited between its steps, it lets the page have its turn whenever the work has held it for a while. */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longest) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}
