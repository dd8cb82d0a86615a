import type { Tone } from '../../ui/status'

export type CommitmentTone = Extract<Tone, 'done' | 'moving' | 'open' | 'proposed'>

const tones: Record<string, { tone: CommitmentTone; taken: number }> = {
  done: { tone: 'done', taken: 4 },
  'in-progress': { tone: 'moving', taken: 3 },
  continuing: { tone: 'moving', taken: 3 },
  delayed: { tone: 'moving', taken: 3 },
  planned: { tone: 'open', taken: 2 },
}

/** The source's word as colour and steps; asked for or not stated is no more than proposed. */
export function commitmentTone(status: string): { tone: CommitmentTone; taken: number } {
  return tones[status] ?? { tone: 'proposed', taken: 1 }
}
