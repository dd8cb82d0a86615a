import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Product } from './product.js'

const filler = fileURLToPath(new URL('../apps/gateway/src/test/fill-programme.ts', import.meta.url))

/** Gives the product a log of so many actions, as years of work would; commands for each would take minutes. */
export function fillLog(product: Product, actions: number): Promise<void> {
  return product.between(
    (dataDir) =>
      new Promise((resolve, reject) => {
        const args = [
          '--conditions=@camau/source',
          '--import',
          '@oxc-node/core/register',
          filler,
          dataDir,
          String(actions),
        ]
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
        child.once('error', reject)
        child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the log was not filled: ${code}`))))
      }),
  )
}
