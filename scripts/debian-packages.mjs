// Programs that the tests use and Debian packages bring: installed where this process may, otherwise the line that does it is printed.
import { spawnSync } from 'node:child_process'

/** @param {Record<string, string>} programs program → the Debian package that brings it */
export function provideDebianPackages(programs) {
  const missing = Object.keys(programs).filter((program) => !has(program))
  if (missing.length === 0) return
  const packages = missing.map((program) => programs[program])
  const line = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    console.warn(`Not installed: ${missing.join(', ')}. What needs them is skipped. To install: ${line}`)
    return
  }
  console.log(`Installing ${packages.join(', ')}…`)
  const { status } = spawnSync('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) console.warn(`Could not install ${packages.join(', ')}. To try by hand: ${line}`)
}

function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0
}
