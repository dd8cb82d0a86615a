import { defineConfig } from 'vitest/config'

// Most tests wait for disks and sockets: two at a time, also where there are only two cores.
export default defineConfig({
  test: { projects: ['apps/*/vitest{,.alone,.timed}.config.ts', 'packages/*/vitest.config.ts'], maxWorkers: 2 },
})
