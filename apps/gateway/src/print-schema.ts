import 'reflect-metadata'
import { writeFile } from 'node:fs/promises'
import { printGatewaySchema } from './gateway-schema.js'

/** Writes `schema.graphql`, which the web app is checked against. */
await writeFile(new URL('../schema.graphql', import.meta.url), await printGatewaySchema())
