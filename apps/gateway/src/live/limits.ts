import { limits } from '@camau/domain'

/** How much the live channel takes from one person before it says no. Those of sockets, pushes and presence come from the configuration. */
export interface LiveLimits {
  /** Open at once, per person. */
  sockets: number
  socketsPerAddress: number
  /** New connections per second, and how many may wait for that. */
  arrivals: number
  arrivalsWaiting: number
  /** Per second and person; twice as many at once. */
  pushes: number
  presence: number
  /** Opening documents and rooms, per second and person. */
  opens: number
  /** Bytes of updates per second and person, averaged over a minute. */
  bytes: number
  /** Bytes of updates that come in parts and are not whole yet, per person. */
  unfinished: number
  /** Milliseconds of each second in which one person's edits may be tried out. */
  effort: number
  /** Packets of any kind per second on one socket: beyond twice that it is closed. */
  packets: number
  /** Updates refused as hostile within a minute before the socket is closed. */
  strikes: number
  /** Documents and rooms one socket may have open. */
  opened: number
  /** Questions of one socket that wait for an answer: beyond that it is closed. */
  waiting: number
  /** Yjs client ids one person may claim in one document within a day: more than anybody opens a text. */
  clientIds: number
  /** Unsent bytes to a slow reader: presence is dropped, then documents wait for one diff, then the socket is closed. */
  dropPresenceAt: number
  lagAt: number
  closeAt: number
  /** How long a reader may lag, in milliseconds. */
  lagFor: number
}

export const usualLimits: LiveLimits = {
  sockets: 10,
  socketsPerAddress: 200,
  arrivals: 120,
  arrivalsWaiting: 1_500,
  pushes: 60,
  presence: 20,
  opens: 20,
  bytes: limits.update / 16,
  unfinished: limits.update * 2,
  effort: 200,
  packets: 300,
  strikes: 3,
  opened: 64,
  waiting: 256,
  clientIds: 500,
  dropPresenceAt: 256 * 1024,
  lagAt: 1024 * 1024,
  closeAt: 8 * 1024 * 1024,
  lagFor: 30_000,
}
