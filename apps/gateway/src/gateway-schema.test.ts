import 'reflect-metadata'
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { printGatewaySchema } from './gateway-schema.js'

it('schema.graphql is what the resolvers say', async () => {
  const printed = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8')
  expect(printed).toBe(await printGatewaySchema())
})
