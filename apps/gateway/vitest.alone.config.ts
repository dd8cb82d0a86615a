import { defineConfig } from 'vitest/config'
import { alone, tests } from './vitest.config.ts'

export default defineConfig(tests('gateway-alone', { include: alone }))
