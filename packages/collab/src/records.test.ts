import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { together } from './status.js'

/** Every module a file leads to, packages by name. */
function imported(file: string, seen = new Set<string>()): Set<string> {
  const text = readFileSync(file, 'utf8')
  for (const [, typeOnly, name = ''] of text.matchAll(
    /^(?:import|export) (type )?[^'\n]*(?:\{[^}]*\} )?from '([^']+)'/gm,
  )) {
    if (typeOnly || seen.has(name)) continue
    if (!name.startsWith('.')) seen.add(name)
    else imported(join(dirname(file), name.replace(/\.js$/, '.ts')), seen)
  }
  return seen
}

describe('the half without documents', () => {
  it('does not bring Yjs with it', () => {
    const here = dirname(fileURLToPath(import.meta.url))
    const names = [...imported(join(here, 'records.ts'))]
    expect(names).toContain('socket.io-client')
    expect(names.filter((name) => /yjs|y-protocols|lib0|idb/.test(name))).toEqual([])
    expect([...imported(join(here, 'index.ts'))]).toContain('yjs')
  })
})

describe('one status for several documents', () => {
  it('is the gravest, and counts everything kept', () => {
    expect(together([])).toEqual({ state: 'saved', kept: 0 })
    expect(
      together([
        { state: 'saved', kept: 0 },
        { state: 'saving', kept: 2 },
        { state: 'read-only', kept: 0 },
      ]),
    ).toEqual({ state: 'saving', kept: 2 })
    expect(
      together([
        { state: 'offline', kept: 3 },
        { state: 'attention', kept: 1, because: 'gap' },
      ]),
    ).toEqual({ state: 'attention', kept: 4, because: 'gap' })
    expect(together([{ state: 'read-only', kept: 0, because: 'minutes-agreed' }]).state).toBe('saved')
  })
})
