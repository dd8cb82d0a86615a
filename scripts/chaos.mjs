// `npm run test:chaos -- --kills 200 --seed 1`: three nodes under twenty people who type, five who give orders, and `kill -9`; then a rolling
// restart under people with browsers.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './sources.mjs'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } } })
const env = { ...process.env, KILLS: values.kills, ...(values.seed && { SEED: values.seed }) }
const run = ['run', '--config', 'journeys/vitest.chaos.config.ts']
const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), run, { cwd: root, env, stdio: 'inherit' })
process.exit(status ?? 1)
