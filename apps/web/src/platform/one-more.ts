/**
 * Asks one thing at a time. What is asked for while an answer is on its way is asked once more when that is here: it may have been made before
 * whatever it was asked for. `isUnderWay` tells of askings by others.
 */
export function oneMore(ask: () => Promise<unknown>, isUnderWay: () => boolean): () => void {
  let asking = false
  let again = false
  const run = (): void => {
    if (asking) {
      again = true
      return
    }
    asking = true
    again = isUnderWay()
    const done = (): void => {
      asking = false
      if (again) run()
    }
    ask().then(done, done)
  }
  return run
}
