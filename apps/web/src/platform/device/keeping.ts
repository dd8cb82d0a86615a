import { signal } from '../signal'

/** For whom this page may keep things to read without a line; null before the service worker is there, and from signing out on. */
export const keepingFor = signal<string | null>(null)

/** Restricted records that this person may see, as the server names them; null until it has. They are never kept. */
export const restrictedHere = signal<ReadonlySet<string> | null>(null)
