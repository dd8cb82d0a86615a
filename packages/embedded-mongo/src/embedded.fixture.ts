import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedMongo, startEmbeddedMongo } from './index.js'

/** A folder of its own for one test file. */
export function aFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'em-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The real thing: a child process on a folder that is removed with it. */
export async function anEmbeddedMongo(): Promise<EmbeddedMongo & { lines: string[]; dataDir: string }> {
  const folder = aFolder()
  const lines: string[] = []
  const running = await startEmbeddedMongo({ dataDir: folder.path, log: (line) => lines.push(line) })
  const stop = async () => {
    await running.stop()
    folder.remove()
  }
  return { ...running, stop, lines, dataDir: folder.path }
}
