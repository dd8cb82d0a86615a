import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How to run one of this folder's files in a process of its own. */
export interface EntryPoint {
  readonly args: string[]
  readonly cwd: string
}

/** Compiled code runs as it is; sources run through the compiler that the tests use. */
export function entryPoint(name: string): EntryPoint {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const file = fileURLToPath(new URL(`./${name}.${extension}`, import.meta.url))
  const flags = extension === 'ts' ? ['--conditions=@camau/source', '--import', '@oxc-node/core/register'] : []
  // Node looks for what `--import` names from the working folder.
  return { args: [...flags, file], cwd: dirname(file) }
}
