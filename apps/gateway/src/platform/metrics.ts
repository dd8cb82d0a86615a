import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What is measured about requests; the live channel adds its own to the same registry. */
export interface Metrics {
  registry: Registry
  refused(code: string): void
  /** Seconds one GraphQL operation took. */
  answered(kind: string, seconds: number): void
  /** What the live channel has open, read when the figures are. */
  live(counts: () => { sockets: number; documents: number }): void
}

/** In milliseconds. The library's own 10 wakes an idle process a hundred times a second. */
const lagLookedAtEvery = 100

/** A registry per server, so that two of them in one process (in tests) do not share figures. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: lagLookedAtEvery })
  const refusals = new Counter({
    name: 'camau_refusals_total',
    help: 'Requests that were refused, by code.',
    labelNames: ['code'],
    registers: [registry],
  })
  const operations = new Histogram({
    name: 'camau_graphql_seconds',
    help: 'Time to answer one GraphQL operation.',
    labelNames: ['kind'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  return {
    registry,
    refused: (code) => refusals.inc({ code }),
    answered: (kind, seconds) => operations.observe({ kind }, seconds),
    live(counts) {
      gauge(registry, 'camau_sockets', 'Sockets open on this node.', () => counts().sockets)
      gauge(registry, 'camau_documents', 'Live documents in memory on this node.', () => counts().documents)
    },
  }
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read())
    },
  })
}
