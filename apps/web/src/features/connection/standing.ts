/** The four words, from what the server has made durable, not from the state of the wire. */
export interface Standing {
  state: 'saved' | 'saving' | 'offline' | 'attention'
  /** What only this device holds. */
  kept: number
  /** Edits to texts among it. */
  edits: number
}

interface Signs {
  /** What the open texts say of themselves. */
  line: { state: 'saved' | 'saving' | 'offline' | 'attention' | 'read-only'; kept: number }
  /** Commands on this device: waiting to be sent, and refused. */
  waiting: number
  refused: number
  /** Some of them the device could not write down: the page must stay open. */
  onlyHere: boolean
  online: boolean
  sessionEnded: boolean
  /** Something has been unsaved for more than a moment. */
  long: boolean
}

/** What needs a person outweighs what needs the line, and that what needs only time. */
export function standingOf({ line, waiting, refused, onlyHere, online, sessionEnded, long }: Signs): Standing {
  const kept = line.kept + waiting
  const held = { kept, edits: line.kept }
  if (refused > 0 || onlyHere || sessionEnded || line.state === 'attention') return { state: 'attention', ...held }
  if (!online || line.state === 'offline') return { state: 'offline', ...held }
  return { state: kept > 0 && long ? 'saving' : 'saved', ...held }
}
