// Builds the web app and weighs what a person has to load before a page works: scripts and styles, gzipped, from Vite's manifest.
// Prints the sums and fails when one is over its budget. `--no-build` weighs what is there.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './sources.mjs'

const web = join(root, 'apps/web')
const dist = join(web, 'dist')
// In KB of 1,000 bytes. Scripts only: styles and fonts do not hold up the first answer.
const budgets = [
  { what: 'signing in', least: ['index.html', 'src/features/sign-in/sign-in-page.tsx'], most: 120 },
  { what: 'home', least: ['index.html', 'src/shell.tsx', 'src/features/home/home-page.tsx'], most: 190 },
  {
    what: 'the minutes editor, beyond the page of the meeting',
    least: ['src/features/minutes/live-minutes.tsx'],
    without: ['index.html', 'src/shell.tsx', 'src/features/home/home-page.tsx', 'src/meeting-route.tsx'],
    most: 165,
  },
  {
    what: 'a legacy item read live, beyond home',
    least: ['src/legacy-item-route.tsx', 'src/features/legacy/live-narrative.tsx'],
    without: ['index.html', 'src/shell.tsx', 'src/features/home/home-page.tsx'],
    most: 65,
  },
  {
    what: 'its editor, beyond that',
    least: ['src/features/legacy/narrative-editor.tsx'],
    without: ['index.html', 'src/shell.tsx', 'src/legacy-item-route.tsx', 'src/features/legacy/live-narrative.tsx'],
    most: 130,
  },
  {
    what: 'the map of the dependencies, beyond its table',
    least: ['src/features/dependencies/map-canvas.tsx'],
    without: ['index.html', 'src/shell.tsx', 'src/features/dependencies/map-page.tsx'],
    most: 75,
  },
]

if (!process.argv.includes('--no-build')) {
  execFileSync(join(root, 'node_modules/.bin/vite'), ['build', '--logLevel', 'warn'], { cwd: web, stdio: 'inherit' })
}
const manifest = readManifest()
let over = 0
for (const { what, least, without = [], most } of budgets) {
  const known = filesOf(without)
  const files = [...filesOf(least)].filter((file) => !known.has(file))
  const weight =
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / 1000
  const fits = weight <= most
  if (!fits) over += 1
  console.log(`${fits ? '✓' : '✗'} ${what}: ${weight.toFixed(1)} KB of ${most} KB (${files.length} scripts)`)
}
process.exitCode = over > 0 ? 1 : 0

function readManifest() {
  const file = join(dist, '.vite/manifest.json')
  if (!existsSync(file)) throw new Error('no manifest: build the web app first')
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** The scripts of some entries with everything they import at once. */
function filesOf(entries) {
  const seen = new Set()
  const scripts = new Set()
  const take = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`the manifest knows no ${key}`)
    if (chunk.file.endsWith('.js')) scripts.add(chunk.file)
    for (const next of chunk.imports ?? []) take(next)
  }
  for (const entry of entries) take(entry)
  return scripts
}
