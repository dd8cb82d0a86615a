import { defineConfig } from 'vitest/config'
import journeys from './vitest.config.js'

// Nothing here is timed, so the two languages run side by side.
export default defineConfig({
  ...journeys,
  test: {
    ...journeys.test,
    name: 'accessibility',
    include: ['accessibility-*.test.ts'],
    exclude: [],
    fileParallelism: true,
    maxWorkers: 2,
  },
})
