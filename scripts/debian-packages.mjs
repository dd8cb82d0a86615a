// Programs that the tests use and Debian packages of the same names bring: installed where this process may, otherwise the line that does it is printed.
import { spawnSync } from 'node:child_process'

/**
 * Whether all of them are here now.
 * @param {string[]} programs
 */
export function provideDebianPackages(programs) {
  const missing = programs.filter((program) => !has(program))
  if (missing.length === 0) return true
  const names = missing.join(', ')
  const line = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    console.warn(`Not installed: ${names}. What cannot do without is skipped. To install: ${line}`)
    return false
  }
  console.log(`Installing ${names}…`)
  const { status } = spawnSync('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) console.warn(`Could not install ${names}. To try by hand: ${line}`)
  return status === 0
}

function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0
}
