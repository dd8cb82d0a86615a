// What Camau is held to, beside the peers of the same run.

const yjsPeers = ['hocuspocus', 'hocuspocus-10ms', 'y-websocket']

/** `most` × the smallest of the peers' figures, or at most `most` itself where no peer is named. */
export const bars = [
  { workload: 'W2', figure: 'cpuPerDelivery', peers: ['hocuspocus'], most: 0.5 },
  { workload: 'W2', figure: 'cpuPerDelivery', peers: ['hocuspocus-10ms'], most: 0.65 },
  { workload: 'W2', figure: 'downPerDelivery', peers: ['hocuspocus'], most: 1.5 },
  { workload: 'W2a', figure: 'cpuPerDelivery', peers: ['hocuspocus'], most: 0.4 },
  { workload: 'W6', figure: 'cpuPerDelivery', peers: ['hocuspocus'], most: 0.6 },
  { workload: 'W1', figure: 'p50', peers: [], most: 12 },
  { workload: 'W1', figure: 'p99', peers: ['hocuspocus'], most: 1 },
  { workload: 'W1', figure: 'upPerUpdate', peers: ['hocuspocus'], most: 1.2 },
  { workload: 'W1', figure: 'savedP50', peers: [], most: 15 },
  { workload: 'W3', figure: 'cpuPerUpdate', peers: ['hocuspocus'], most: 1 },
  { workload: 'W4', figure: 'bytes', peers: yjsPeers, most: 0.3 },
  { workload: 'W4', figure: 'cpuPerUpdate', peers: ['hocuspocus'], most: 0.3 },
  { workload: 'W4', figure: 'p50', peers: ['hocuspocus'], most: 1 },
  { workload: 'W5', figure: 'lost', peers: [], most: 0 },
]
