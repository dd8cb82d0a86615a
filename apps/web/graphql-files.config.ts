import type { Plugin } from 'vite'

/** `./actions.graphql` means the typed documents written beside it, for Vite as it does for TypeScript. */
export function graphqlFiles(): Plugin {
  return {
    name: 'graphql-files',
    enforce: 'pre',
    resolveId(source, importer) {
      return source.endsWith('.graphql') ? this.resolve(`${source}.ts`, importer, { skipSelf: true }) : null
    },
  }
}
