import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { graphqlFiles } from './graphql-files.config.ts'
import { offlineFiles } from './offline-files.config.ts'

const gateway = process.env.CAMAU_GATEWAY ?? 'http://127.0.0.1:4000'

export default defineConfig({
  plugins: [graphqlFiles(), react(), offlineFiles()],
  // `es2015`: RxJS, which Apollo stands on, as it was written and not rewritten for browsers without classes.
  resolve: {
    conditions: ['@camau/source', 'es2015', 'module', 'browser', 'development|production'],
    dedupe: ['yjs', 'react'],
  },
  build: {
    target: 'es2022',
    // The themes are light-dark() pairs; older targets would have them rewritten into twice the rules.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    manifest: true,
    // The page may load fonts from its own origin only, not from data: addresses.
    assetsInlineLimit: 0,
    sourcemap: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What many pages share and weighs next to nothing comes in one file: each file of its own costs a question and some bytes.
        codeSplitting: {
          groups: [{ name: 'shared', test: /apps.web.src|packages/, minShareCount: 12, maxModuleSize: 1_000 }],
        },
      },
    },
  },
  server: {
    proxy: { '/graphql': gateway, '/auth': gateway, '/live': { target: gateway, ws: true } },
  },
})
