// `npm test`: everything, in the order in which a fault is cheapest to find. Goes on after a failure and ends with one count.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideDebianPackages } from './debian-packages.mjs'
import { root } from './sources.mjs'

const results = mkdtempSync(join(tmpdir(), 'camau-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }
const failedSteps = []

// The shell opens no windows and is faster; not every Debian has it.
if (!provideDebianPackages(['chromium-headless-shell', 'redis-server']))
  provideDebianPackages(['chromium', 'redis-server'])
check('lint', ['biome', 'ci', '.'])
check('types', ['tsc', '-b', 'apps/gateway', 'apps/web', 'journeys'])
check('imports', ['node', 'scripts/import-map.mjs'])
check('rows of the requirements', ['node', 'scripts/rows.mjs'])
check('typed GraphQL documents', ['node', 'scripts/graphql-types.mjs', '--check'])
check('build', ['pnpm', 'run', '--silent', 'build'])
check('bundle budget', ['node', 'scripts/bundle-budget.mjs', '--no-build'])
tests('unit and integration', 'vitest.config.ts')
tests('journeys', 'journeys/vitest.config.ts')

rmSync(results, { recursive: true, force: true })
if (process.env.CI === 'true' && total.skipped > 0)
  failedSteps.push(`${total.skipped} skipped, and nothing may be skipped here`)
for (const name of failedSteps) console.error(`✗ ${name}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = failedSteps.length > 0 ? 1 : 0

function run([command, ...args]) {
  const local = command === 'node' ? process.execPath : join(root, 'node_modules/.bin', command)
  return spawnSync(local, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function check(name, command) {
  const started = Date.now()
  const ok = run(command)
  total[ok ? 'passed' : 'failed'] += 1
  if (!ok) failedSteps.push(name)
  console.log(`${ok ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

function tests(name, config) {
  const file = join(results, `${name}.json`)
  const ok = run([
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--reporter=${join(root, 'scripts/second-tries.mjs')}`,
    `--outputFile.json=${file}`,
  ])
  if (!ok) failedSteps.push(name)
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'))
    total.passed += numPassedTests
    total.failed += numFailedTests + (ok || numFailedTests > 0 ? 0 : 1)
    total.skipped += numPendingTests + numTodoTests
  } catch {
    total.failed += 1 // the runner ended before it could write
    if (ok) failedSteps.push(name)
  }
}
