import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Journeys that hold a click, a start or a second to its limit have the machine to themselves.
const timed = ['action-life', 'chaos', 'kill', 'long-log', 'rights-end', 'rights-end-on-page', 'start-and-stop'].map(
  (name) => `${name}.test.ts`,
)

// Minutes each: begun first, so that none of them is left to run on alone at the end.
const longest = ['accessibility', 'permissions', 'keyboard', 'minutes-together']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => basename(moduleId).startsWith(name))
    return [...files.filter(isLong), ...files.filter((file) => !isLong(file))]
  }
}

/** Journeys use the built product from outside: a gateway process on a free port, real sockets, real Chromium. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      // Three browsers share what cores there are: one may press where the page has just moved. A second try is said at the end of the run.
      journeys('side-by-side', 0, { include: ['*.test.ts'], exclude: timed, maxWorkers: 3, retry: 1 }),
      journeys('timed', 1, { include: timed, fileParallelism: false }),
    ],
  },
})

/** A set of journeys that run under one name. */
export function journeys(
  name: string,
  groupOrder: number,
  files: { include: string[]; exclude?: string[]; maxWorkers?: number; fileParallelism?: boolean; retry?: number },
) {
  return {
    ssr: { resolve: { conditions: ['@camau/source', 'node', 'development|production'] } },
    test: {
      ...files,
      name,
      environment: 'node' as const,
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 20_000 } }, // a bound for slow machines, where a test names none
      sequence: { groupOrder },
    },
  }
}
