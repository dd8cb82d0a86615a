import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// Read into a gateway before its own code, by a program that strains it: tells over the line to its parent what it holds in memory.
// The product itself has no such door.

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

function tell(question: unknown): object {
  for (let i = 0; i < 3; i++) collect()
  return question === 'left' ? { resources: resources(), kinds: kinds() } : process.memoryUsage()
}

/** What keeps the event loop awake, by name. */
function resources(): Record<string, number> {
  return Object.fromEntries(tally(process.getActiveResourcesInfo()))
}

/** How many objects of each class there are. */
function kinds(): Record<string, number> {
  const session = new Session()
  session.connect()
  let found: Record<string, number> = {}
  session.post('Runtime.evaluate', { expression: 'Object.prototype' }, (_error, { result }) => {
    const prototypeObjectId = result.objectId ?? ''
    session.post('Runtime.queryObjects', { prototypeObjectId }, (_failed, { objects }) => {
      const functionDeclaration = String(classes).replace(/^function \w+/, 'function')
      const [objectId, returnByValue] = [objects.objectId ?? '', true]
      session.post(
        'Runtime.callFunctionOn',
        { objectId, functionDeclaration, returnByValue },
        (_refused, { result }) => {
          found = result.value
        },
      )
    })
  })
  session.disconnect()
  return found
}

// Carried out where the objects are: it can use nothing from here.
function classes(this: readonly object[]): Record<string, number> {
  const count: Record<string, number> = Object.create(null)
  for (const one of this) {
    let name = ''
    try {
      name = String(Object.getPrototypeOf(one)?.constructor?.name ?? '')
    } catch {
      name = '(hidden)'
    }
    count[name] = (count[name] ?? 0) + 1
  }
  return count
}

function tally(names: readonly string[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1)
  return count
}

process.on('message', (question) => void process.send?.(tell(question)))
process.channel?.unref()
