import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { journeys } from './vitest.config.js'

/** `npm run test:chaos`: one after the other, each with the machine to itself. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    projects: [journeys('chaos', 0, { include: ['chaos.test.ts', 'chaos/*.test.ts'], fileParallelism: false })],
  },
})
