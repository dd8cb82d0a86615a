// Installs what package.json and the lockfile name. Uses Node's own modules only: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
const installed = fileURLToPath(new URL('node_modules/.bin/pnpm', root))
const [command, prefix] = existsSync(installed) ? [installed, []] : ['npx', ['--yes', `pnpm@${devDependencies.pnpm}`]]
const { status } = spawnSync(
  command,
  [...prefix, 'install', '--frozen-lockfile', '--prefer-offline', '--loglevel=warn'],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
)
process.exitCode = status ?? 1
