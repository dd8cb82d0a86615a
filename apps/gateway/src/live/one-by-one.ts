/** Does one piece of work after the other, however many are asked for at once, and in that order. */
export type OneByOne = <T>(work: () => Promise<T>) => Promise<T>

export function oneByOne(): OneByOne {
  let last = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    const ended = (): void => {} // holds on to no result
    last = done.then(ended, ended)
    return done
  }
}
