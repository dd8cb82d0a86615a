import { defineConfig } from 'vitest/config'
import { tests, timed } from './vitest.config.ts'

export default defineConfig(
  tests('gateway-timed', { include: timed, fileParallelism: false, sequence: { groupOrder: 1 } }),
)
