import { defineConfig } from 'vitest/config'

/** Tests that count what a process holds, or replay it to the last step: what another file left behind would show. */
export const alone = ['src/live/simulation/**/*.test.ts', 'src/live/idle-memory.test.ts', 'src/live/leaving.test.ts']

/** Tests that hold answers to a time have the machine to themselves. */
export const timed = ['src/test/large-programme.test.ts']

// The others follow each other in one process: loading the gateway and its schema anew for each file took longer than most tests.
export default defineConfig(
  tests('gateway', { include: ['src/**/*.test.ts'], exclude: [...alone, ...timed], isolate: false }),
)

interface Files {
  include: string[]
  exclude?: string[]
  isolate?: boolean
  fileParallelism?: boolean
  sequence?: { groupOrder: number }
}

export function tests(name: string, files: Files) {
  return {
    ssr: { resolve: { conditions: ['@camau/source', 'node', 'development|production'] } },
    // One copy: two 'realms' refuse each other's types.
    resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
    test: { ...files, name, environment: 'node' as const, testTimeout: 30_000, hookTimeout: 60_000 },
  }
}
