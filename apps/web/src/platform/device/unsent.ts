import { type CommandQueue } from '../command-queue'
import { waitingTexts } from './send-waiting'

/** How many commands and edits of one person only this device has. */
export async function unsentOf(personId: string, queue: CommandQueue): Promise<number> {
  const texts = await waitingTexts(personId).catch(() => [])
  return queue.kept.get().length + texts.reduce((sum, { edits }) => sum + edits, 0)
}
