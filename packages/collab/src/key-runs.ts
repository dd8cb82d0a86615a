/** Keys that follow one another without a gap, as first and last of each run, so that thousands of rows go by a few ranges. */
export function keyRuns(keys: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = []
  for (const key of [...keys].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && key <= run[1] + 1) run[1] = key
    else runs.push([key, key])
  }
  return runs
}
