import type { Caller } from './caller.js'
import { type ChannelNeeds, deskFor } from './desk.js'
import { serveDocuments } from './serve-documents.js'
import { serveRecords } from './serve-records.js'

/** Everything a socket may ask. */
export function serve(needs: ChannelNeeds, caller: Caller): void {
  const desk = deskFor(needs, caller)
  serveDocuments(needs, caller, desk)
  serveRecords(needs, caller, desk)
}
