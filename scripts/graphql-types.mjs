// Writes `<name>.graphql.ts` beside every `<name>.graphql` of the web app: typed documents, parsed here and not in the browser.
// With `--check` it writes nothing and fails when a file is missing or out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codegen } from '@graphql-codegen/core'
import * as typedDocuments from '@graphql-codegen/typed-document-node'
import * as operations from '@graphql-codegen/typescript-operations'
import { buildSchema, Kind, parse, printSchema, visit } from 'graphql'
import { filesBelow, root } from './sources.mjs'

const schema = buildSchema(readFileSync(join(root, 'apps/gateway/schema.graphql'), 'utf8'))
const files = listFiles().map((path) => ({ path, document: parse(readFileSync(join(root, path), 'utf8')) }))
const check = process.argv.includes('--check')
let stale = 0

for (const file of files) {
  const target = join(root, `${file.path}.ts`)
  const text = await typesFor(file)
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
  stale += 1
  if (check) console.error(`✗ ${file.path}.ts is not what ${file.path} says; run node scripts/graphql-types.mjs`)
  else writeFileSync(target, text)
}
console.log(`${files.length} GraphQL files, ${stale} ${check ? 'out of date' : 'written'}`)
process.exitCode = check && stale > 0 ? 1 : 0

function listFiles() {
  return [...filesBelow('apps/web/src')].filter((path) => path.endsWith('.graphql'))
}

async function typesFor(file) {
  const document = { ...file.document, definitions: [...file.document.definitions, ...borrowed(file)] }
  const text = await codegen({
    filename: `${file.path}.ts`,
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: [{ location: file.path, document }],
    config: {
      enumType: 'string-literal',
      enumsAsTypes: true,
      useTypeImports: true,
      defaultScalarType: 'unknown',
      scalars: { DateTimeISO: 'string', JSONObject: 'Record<string, unknown>', ID: 'string' },
      inlineFragmentTypes: 'combine',
      skipTypename: true,
      skipTypeNameForRoot: true,
      arrayInputCoercion: false,
      avoidOptionals: { field: true, inputValue: false },
      namingConvention: { enumValues: 'keep' },
    },
    plugins: [{ operations: {} }, { typedDocuments: {} }],
    pluginMap: { operations, typedDocuments },
  })
  return `// Written by scripts/graphql-types.mjs. Change the .graphql file instead.\n${trim(text)}`
}

/** Operations carry their fragments within them; the fragments' own documents would only be dead weight. */
function trim(text) {
  return text.replace(/\/\* eslint-disable \*\/\n?/, '').replace(/^export const \w+FragmentDoc = .*\n?/gm, '')
}

/** Fragments of other files that this one uses, and those that they use. */
function borrowed(file) {
  const own = new Set(fragmentsIn(file.document).map(({ name }) => name.value))
  const found = new Map()
  const look = (node) =>
    visit(node, {
      FragmentSpread({ name }) {
        if (own.has(name.value) || found.has(name.value)) return
        const fragment = fragmentNamed(name.value, file.path)
        found.set(name.value, fragment)
        look(fragment)
      },
    })
  look(file.document)
  return [...found.values()]
}

// A feature's own folder first: two features may each have a fragment of the same name.
function fragmentNamed(name, from) {
  const holders = files.filter(({ document }) => fragmentsIn(document).some((fragment) => fragment.name.value === name))
  const holder =
    holders.find(({ path }) => dirname(path) === dirname(from)) ??
    holders.find(({ path }) => path.startsWith('apps/web/src/platform/'))
  if (!holder) throw new Error(`${from} uses fragment ${name}, which neither its folder nor platform has`)
  return fragmentsIn(holder.document).find((fragment) => fragment.name.value === name)
}

function fragmentsIn(document) {
  return document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
}
