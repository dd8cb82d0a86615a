import { setTimeout as pause } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { Layout, Structure } from './graph-layout.js'

const elk = new ELK.default()

// Crossings are searched for more often where there are few: seven times as long for 500 things is too long for a page.
const thoroughness = (edges: number) => (edges <= 150 ? '7' : edges <= 400 ? '3' : '1')

let asked = false

/** Runs in a thread of its own. What cannot be laid out is thrown: the thread ends, and whoever waits is told. */
parentPort?.on('message', async (structure: Structure) => {
  asked = true
  parentPort?.postMessage(await layOut(structure))
})

async function layOut(structure: Structure): Promise<Layout> {
  const laid = await elk.layout(graphOf(structure))
  return {
    width: whole(laid.width),
    height: whole(laid.height),
    places: (laid.children ?? []).map(({ x, y }) => ({ x: whole(x), y: whole(y) })),
    routes: (laid.edges ?? []).map(({ sections = [] }) =>
      sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
        [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x: whole(x), y: whole(y) })),
      ),
    ),
  }
}

function graphOf({ nodes, edges, width, height }: Structure): ElkNode {
  return {
    id: 'graph',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.thoroughness': thoroughness(edges.length),
      'elk.spacing.nodeNode': '24',
      'elk.layered.spacing.nodeNodeBetweenLayers': '72',
      'elk.layered.spacing.edgeNodeBetweenLayers': '24',
      'elk.spacing.componentComponent': '48',
      'elk.aspectRatio': '1.6',
    },
    children: Array.from({ length: nodes }, (_, id) => ({ id: `n${id}`, width, height })),
    edges: edges.map(([from, to], id) => ({ id: `e${id}`, sources: [`n${from}`], targets: [`n${to}`] })),
  }
}

const whole = (length: number | undefined): number => Math.round(length ?? 0)

// What has run often is compiled and runs three times as fast: the thread practises until the first map is asked for.
const practices = 20
// Nobody waits for it, and others need the processor.
const between = 50
const things = 60
const practice: Structure = {
  ...{ nodes: things, width: 256, height: 112 },
  edges: Array.from({ length: 2 * things }, (_, i) => {
    const [one, other] = [(i * 7) % things, (i * 13 + 1) % things]
    return [Math.min(one, other), Math.max(one, other)] as const
  }).filter(([one, other]) => one !== other),
}
for (let done = 0; done < practices && !asked; done += 1) {
  await layOut(practice)
  await pause(between)
}
