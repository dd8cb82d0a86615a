import { signal } from '../signal'

/** When the server last said that this person is here. */
export const heardAt = signal(0)

/** For whom this page may keep things to read without a line; null before the service worker is there, and from signing out on. */
export const keepingFor = signal<string | null>(null)

/** Restricted records that this person may see, as the server names them; null until it has. They are never kept. */
export const restrictedHere = signal<ReadonlySet<string> | null>(null)
