// The load process: holds every client of one run.
import { joining } from './load/joining.mjs'
import { killed } from './load/killed.mjs'
import { typing } from './load/typing.mjs'

const kinds = { typing, joining, killed }
const [name, port] = process.argv.slice(2)
const driver = await import(`./drivers/${name}.mjs`)
process.setMaxListeners(0) // some providers listen for the exit, each of them

/** Tells the run what has come, and waits until it has taken note. */
const tell = (event) =>
  new Promise((resolve) => {
    process.once('message', resolve)
    process.send({ event })
  })

process.once('message', async (workload) => {
  const places = await prepared(workload)
  const join = (number, document = 0) =>
    driver.join({ port: Number(port), place: places[document], number, presence: workload.presence === true })
  const result = await kinds[workload.kind]({ ...workload, join, tell })
  process.send({ event: 'result', result }, () => process.exit(0))
})
process.send({ event: 'loaded' })

/** Where to type: the names of documents, which a product with rules must make first. */
async function prepared({ documents }) {
  if (driver.prepare) return driver.prepare({ port: Number(port), documents })
  return Array.from({ length: documents }, (_, i) => `document-${i}`)
}
