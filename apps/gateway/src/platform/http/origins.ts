/** Which pages may use our cookie: those of PUBLIC_URL, or without it those this very server gives out. */
export interface Origins {
  /** A request without an Origin is not from a page: browsers send one with everything that changes something. */
  allows(origin: string | undefined): boolean
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** `port` is asked for each time: with PORT=0 it is known only once the server listens. */
export function createOrigins(publicUrl: URL | null, port: () => number): Origins {
  const allowed = () => (publicUrl ? [publicUrl.origin] : loopback.map((host) => `http://${host}:${port()}`))
  return { allows: (origin) => origin === undefined || allowed().includes(origin) }
}
