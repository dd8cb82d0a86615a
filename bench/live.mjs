// `npm run bench:live`: installs the peers when they are not there yet, builds what has changed, then measures.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const installed = fileURLToPath(new URL('./node_modules/.package-lock.json', import.meta.url))

if (!existsSync(installed)) run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], here)
run(process.execPath, ['../scripts/prepare.mjs'], here)
run(process.execPath, ['run.mjs', ...process.argv.slice(2)], here)

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
