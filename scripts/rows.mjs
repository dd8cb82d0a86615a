// `npm run rows`: which test runs each row of the requirements, and a fault for every row without one.
// A test belongs to a row by its name: it('row 42: a blocked action is not done while …').
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, root } from './sources.mjs'

const rows = Array.from({ length: 70 }, (_, i) => i + 1)

const tests = new Map(rows.map((row) => [row, []]))
for (const folder of ['apps', 'packages', 'journeys'])
  for (const file of filesBelow(folder)) {
    if (!/\.test\.tsx?$/.test(file)) continue
    for (const [, row, name] of readFileSync(join(root, file), 'utf8').matchAll(
      /\bit\(\s*['"`]row (\d+): ([^\n]+?)['"`],/g,
    ))
      tests.get(Number(row))?.push({ file, name })
  }

const missing = rows.filter((row) => tests.get(row).length === 0)
for (const [row, found] of tests)
  for (const { file, name } of found) console.log(`${String(row).padStart(2)}  ${name}\n      ${file}`)
for (const row of missing) console.error(`✗ row ${row} has no test`)
console.log(`${rows.length - missing.length} of ${rows.length} rows have a test`)
process.exitCode = missing.length > 0 ? 1 : 0
