import type { Connection } from 'mongoose'
import { type SecurityRecord, securityModel } from './security-log.model.js'

/** What happened; the rest is null. */
export type SecurityEvent = Pick<SecurityRecord, 'event'> & Partial<Omit<SecurityRecord, '_id' | 'at'>>

/**
 * Comings, goings and refusals. They change nothing, so they stand beside the audit trail and not in it: a flood of refused
 * commands must not keep those that are carried out waiting for the end of a chain.
 */
export interface SecurityLog {
  /** Resolves when the line is durable. */
  note(event: SecurityEvent): Promise<void>
}

export function createSecurityLog(db: Connection, now: () => Date, newId: () => string): SecurityLog {
  const lines = securityModel(db)
  return {
    async note(event) {
      await lines.create({
        _id: newId(),
        at: now(),
        personId: null,
        command: null,
        recordId: null,
        code: null,
        ...event,
      })
    },
  }
}
