import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['@camau/source', 'module', 'browser', 'development|production'] },
  test: { name: 'web', environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
})
