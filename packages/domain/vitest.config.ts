import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['@camau/source', 'node', 'development|production'] } },
  test: { name: 'domain', environment: 'node', include: ['src/**/*.test.ts'], isolate: false },
})
