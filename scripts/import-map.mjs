// The import map: imports point down, or sideways inside their own folder; features do not know each other; no cycles.
// Type-only imports count too: they are arrows like any other. Prints what breaks the rules, and the median length of a file.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { filesBelow, root } from './sources.mjs'

// A package may import the packages in its row; whatever is missing here may not be imported at all.
const below = {
  'packages/domain': [],
  'packages/protocol': ['packages/domain'],
  'packages/collab': ['packages/protocol', 'packages/domain'],
  'packages/embedded-mongo': [],
  'apps/gateway': ['packages/collab', 'packages/protocol', 'packages/domain', 'packages/embedded-mongo'],
  'apps/web': ['packages/collab', 'packages/protocol', 'packages/domain'],
}
// Inside an app, from the ground up. A file may import its own floor's folder and every floor below.
const floors = {
  'apps/gateway': ['platform', 'live', 'features'],
  'apps/web': ['platform', 'ui', 'editor', 'features'],
}

const files = Object.keys(below)
  .flatMap((folder) => [...filesBelow(join(folder, 'src'))])
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.graphql.ts') && !file.endsWith('.d.ts'))
const graph = new Map(files.map((file) => [file, importsOf(file)]))
const sources = files.filter((file) => !/\.test\.tsx?$/.test(file))

const faults = [...sources.flatMap(climbs), ...cycles(graph)]
const lengths = sources.map((file) => readFileSync(join(root, file), 'utf8').split('\n').length).sort((a, b) => a - b)
const median = lengths[Math.floor(lengths.length / 2)] ?? 0
if (median > 80) faults.push(`the median source file has ${median} lines; 80 is the most`)
for (const fault of faults) console.error(`✗ ${fault}`)
console.log(`${sources.length} source files, median ${median} lines, ${faults.length} faults in the import map`)
process.exitCode = faults.length > 0 ? 1 : 0

function importsOf(file) {
  const text = readFileSync(join(root, file), 'utf8')
  const named = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'/g)]
  const bare = [...text.matchAll(/(?:^|\n)\s*import\s*'([^']+)'/g)]
  const lazy = [...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)]
  return [...named, ...bare, ...lazy].flatMap(([, target]) => resolve(file, target) ?? [])
}

function resolve(file, target) {
  const own = /^@camau\/([\w-]+)(?:\/([\w-]+))?$/.exec(target)
  if (own) return entry(own[1], own[2])
  if (!target.startsWith('.')) return null
  const path = normalize(join(dirname(file), target)).replace(/\.js$/, '')
  return (
    [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`, path].find(
      (candidate) => existsSync(join(root, candidate)) && /\.tsx?$/.test(candidate),
    ) ?? null
  )
}

function entry(name, part) {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
  return normalize(join('packages', name, exports[part ? `./${part}` : '.']['@camau/source']))
}

function climbs(file) {
  const home = folderOf(file)
  return graph.get(file).flatMap((target) => {
    const there = folderOf(target)
    if (there !== home) return below[home].includes(there) ? [] : [`${file} climbs to ${target}`]
    return climbsInside(home, file, target) ? [`${file} climbs to ${target}`] : []
  })
}

function climbsInside(home, file, target) {
  const order = floors[home]
  if (!order) return false
  const [floor, feature] = place(home, file)
  const [otherFloor, otherFeature] = place(home, target)
  if (floor === -1) return false // beside the floors: main, server, routes put everything together
  if (otherFloor === -1) return true
  return otherFloor > floor || (order[floor] === 'features' && otherFloor === floor && feature !== otherFeature)
}

function place(home, file) {
  const [, floor, feature] = file.slice(home.length + 1).split('/')
  return [floors[home].indexOf(floor), feature]
}

function folderOf(file) {
  return file.split('/').slice(0, 2).join('/')
}

function cycles(arrows) {
  const state = new Map()
  const found = []
  const visit = (file, path) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push(`import cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
      return
    }
    state.set(file, 'open')
    for (const target of arrows.get(file) ?? []) visit(target, [...path, file])
    state.set(file, 'done')
  }
  for (const file of arrows.keys()) visit(file, [])
  return found
}
