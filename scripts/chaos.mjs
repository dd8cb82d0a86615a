// `npm run test:chaos -- --kills 200 --seed 1`: three nodes under twenty people who type, five who give orders, and `kill -9`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './sources.mjs'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } } })
const env = { ...process.env, KILLS: values.kills, ...(values.seed && { SEED: values.seed }) }
const run = ['run', '--config', 'journeys/vitest.config.ts', 'chaos']
const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), run, { cwd: root, env, stdio: 'inherit' })
process.exit(status ?? 1)
