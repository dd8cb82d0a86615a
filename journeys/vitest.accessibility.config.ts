import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { journeys } from './vitest.config.js'

// A part of the journeys that is worth running alone: nothing here is timed, so the two languages run side by side.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { projects: [journeys('accessibility', 0, { include: ['accessibility-*.test.ts'], maxWorkers: 2 })] },
})
