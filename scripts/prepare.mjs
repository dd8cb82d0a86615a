// Before `npm start`: installs and builds what has changed since the last time, and nothing otherwise.
// Uses Node's own modules only: on a fresh clone it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, isCurrent, keepStamp, root, stampOf } from './sources.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Camau needs Node 20.19 or later; this is ${process.version}.`)
  process.exit(1)
}

const sources = [...filesBelow('apps'), ...filesBelow('packages')]
const manifests = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...sources.filter((file) => file.endsWith('package.json')),
]

step('installed', stampOf(manifests), existsSync(join(root, 'node_modules/.bin/pnpm')), 'Installing…', [
  'node',
  'scripts/bootstrap.mjs',
])
step(
  'built',
  stampOf([...manifests, 'tsconfig.base.json', ...sources]),
  existsSync(join(root, 'apps/gateway/dist/main.js')) && existsSync(join(root, 'apps/web/dist/index.html')),
  'Building…',
  [join(root, 'node_modules/.bin/pnpm'), 'run', '--silent', 'build'],
)

function step(name, stamp, present, words, [command, ...args]) {
  if (present && isCurrent(name, stamp)) return
  console.log(words)
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
  keepStamp(name, stamp)
}
