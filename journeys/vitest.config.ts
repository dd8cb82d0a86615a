import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Journeys use the built product from outside: a gateway process on a free port, real sockets, real Chromium.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  ssr: { resolve: { conditions: ['@camau/source', 'node', 'development|production'] } },
  test: {
    name: 'journeys',
    environment: 'node',
    include: ['*.test.ts'],
    exclude: ['accessibility-*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false, // two cores: a journey that times a click wants them to itself
  },
})
