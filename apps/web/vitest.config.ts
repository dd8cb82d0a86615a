import { defineConfig } from 'vitest/config'
import { graphqlFiles } from './graphql-files.config.ts'

export default defineConfig({
  plugins: [graphqlFiles()],
  resolve: { conditions: ['@camau/source', 'module', 'browser', 'development|production'] },
  test: {
    name: 'web',
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    isolate: false,
    setupFiles: ['src/testing/blank-page.ts'],
  },
})
