import type { Viewer } from '@camau/domain'

export interface Session {
  id: string
  personId: string
  /** The session ends then, whatever happens; it may end earlier through idleness or sign-out. */
  until: Date
}

/** Opaque tokens; only their SHA-256 is stored. */
export interface Sessions {
  /** Opens a session and gives the value of the cookie. */
  open(personId: string): Promise<{ session: Session; cookie: string }>
  /** The session a Cookie header belongs to, unless ended; null otherwise. */
  find(cookieHeader: string | undefined): Promise<Session | null>
  end(sessionId: string): Promise<void>
  /** The person did something (a query, a command, an edit; never a heartbeat): the idle time starts anew. Cheap enough to be called each time. */
  active(sessionId: string): void
  /** Ends what has been idle or open for too long, and says so on the bus. To be called every few seconds. */
  sweep(): Promise<void>
}

/** Who is asking, with every office in force now. Cached briefly; `rights` on the bus empties the cache at once. */
export interface Viewers {
  of(personId: string): Promise<Viewer>
}
