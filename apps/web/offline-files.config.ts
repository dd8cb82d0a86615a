import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Writes `sw.js`: the service worker with the names of everything that was built, and the page that belongs to them. */
export function offlineFiles(): Plugin {
  const folder = import.meta.dirname
  return {
    name: 'offline-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') throw new Error('no index.html: the service worker would have nothing to show')
        const html = String(page.source)
        const built = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.endsWith('.map'))
        const open = readdirSync(join(folder, 'public'))
        const files = [...built, ...open].map((name) => `/${name}`).sort()
        const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8')
        const hash = createHash('sha256').update(html).update(files.join()).update(worker)
        for (const name of open) hash.update(readFileSync(join(folder, 'public', name)))
        const given = { build: hash.digest('hex').slice(0, 12), page: html, files }
        const lines = Object.entries(given).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: lines.join('') + worker })
      },
    },
  }
}
