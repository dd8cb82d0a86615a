import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Refusal } from '@camau/domain'

/** All that a layout depends on: how many things there are, how large each is drawn, and which stands before which, by place in the list. */
export interface Structure {
  nodes: number
  edges: readonly (readonly [from: number, to: number])[]
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

/** In the order of the structure. */
export interface Layout {
  width: number
  height: number
  /** Upper left corners. */
  places: readonly Point[]
  /** From the edge of one thing to the edge of the other, corners included. */
  routes: readonly (readonly Point[])[]
}

export interface Layouts {
  /** Somebody will ask soon: the thread may begin. */
  begin(): void
  /** Throws Refusal('map-not-drawn') where it takes too long, too many wait, or the thread has died. */
  layOut(structure: Structure): Promise<Layout>
  /** Ends the thread; who still waits is told. */
  stop(): Promise<void>
}

interface Bounds {
  /** How long the thread may take for one, in milliseconds. Whoever asked gives up before: what is laid out too late for them is there when they ask again. */
  patience?: number
  /** How many may wait for their turn. */
  waiting?: number
  /** How many layouts are remembered. */
  kept?: number
}

/**
 * Layouts are worked out in one thread of their own, so that nobody's typing waits for them. They are remembered by structure
 * alone: two people who may see the same shape get the same places, and neither gets a word of what the other may read.
 */
export function createLayouts({ patience = 20_000, waiting = 10, kept = 60 }: Bounds = {}): Layouts {
  const thread = layoutThread(patience)
  const known = new Map<string, Promise<Layout>>()
  let turn: Promise<unknown> = Promise.resolve()
  let inLine = 0

  function inTurn(structure: Structure): Promise<Layout> {
    if (inLine > waiting) return Promise.reject(new Refusal('map-not-drawn'))
    inLine += 1
    const mine = turn.then(() => thread.ask(structure)).finally(() => (inLine -= 1))
    turn = mine.catch(() => undefined)
    return mine
  }

  return {
    begin: thread.begin,
    layOut(structure) {
      const key = createHash('sha256').update(JSON.stringify(structure)).digest('base64')
      const laid = known.get(key) ?? inTurn(structure)
      // What was asked for last is forgotten last; what failed is tried again.
      known.delete(key)
      known.set(key, laid)
      laid.catch(() => known.get(key) === laid && known.delete(key))
      for (const oldest of known.keys()) if (known.size > kept) known.delete(oldest)
      return laid
    },
    stop: thread.end,
  }
}

/** The thread: begun when it is first needed, and again after it died or was ended for taking too long. It is asked one thing at a time. */
function layoutThread(patience: number) {
  let running: Worker | null = null
  let stopped = false
  let answer: (laid: Layout | null) => void = () => undefined

  function started(): Worker {
    if (running) return running
    const worker = startWorker()
    const gone = (why: Error | number) => {
      if (running !== worker) return
      process.emitWarning(`the thread that lays out maps ended: ${why}`)
      void end()
    }
    worker.on('message', (laid: Layout) => running === worker && answer(laid))
    running = worker.on('error', gone).on('exit', gone)
    return worker
  }

  async function end(): Promise<void> {
    const ending = running
    running = null
    answer(null)
    await ending?.terminate()
  }

  async function ask(structure: Structure): Promise<Layout> {
    const laid = await new Promise<Layout | null>((resolve) => {
      if (stopped) return resolve(null)
      const timer = setTimeout(() => void end(), patience)
      answer = (laid) => {
        clearTimeout(timer)
        resolve(laid)
      }
      started().postMessage(structure)
    })
    if (!laid) throw new Refusal('map-not-drawn')
    return laid
  }

  return {
    ask,
    begin: () => void (stopped || started()),
    end() {
      stopped = true
      return end()
    },
  }
}

/** Compiled code runs as it is; sources run through the compiler that the tests use. */
function startWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  const file = fileURLToPath(new URL(`./graph-layout-worker.${isSource ? 'ts' : 'js'}`, import.meta.url))
  const worker = new Worker(file, { execArgv: isSource ? ['--import', '@oxc-node/core/register'] : [] })
  worker.unref() // a thread with nothing to do keeps no process alive
  return worker
}
