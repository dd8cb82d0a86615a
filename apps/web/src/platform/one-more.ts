/**
 * Asks one thing at a time. What is asked for while an answer is on its way is asked once more when that is here: it may have been made before
 * whatever it was asked for. `isUnderWay` tells of askings by others.
 */
export function oneMore(ask: () => Promise<unknown>, isUnderWay: () => boolean): () => void {
  let asking = false
  let again = false
  const start = (mayJoin: boolean): void => {
    asking = true
    again = mayJoin && isUnderWay()
    const done = (): void => {
      asking = false
      if (again) start(false) // once only, so that what is under way for ever cannot keep this asking for ever
    }
    ask().then(done, done)
  }
  return () => {
    if (asking) again = true
    else start(true)
  }
}
