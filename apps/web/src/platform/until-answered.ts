import { backOff } from '@camau/collab/records'

export interface UntilAnswered {
  /** Begins; what is under way already is done once more, since it may have asked too early. */
  start(): void
  /** There is a line again: what still has no answer is tried at once. */
  hurry(): void
  stop(): void
}

/**
 * Does work that needs an answer, one at a time; as long as there is none (`false`), again after a while, which grows to half a minute.
 * What fails for another reason would fail again.
 */
export function untilAnswered(work: () => Promise<boolean>, random: () => number = Math.random): UntilAnswered {
  const wait = backOff(random)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOwed = false
  let isWorking = false
  let isStopped = false

  const attempt = async (): Promise<void> => {
    clearTimeout(timer)
    isOwed = false
    isWorking = true
    const isAnswered = await work().catch(() => true)
    isWorking = false
    if (isStopped) return
    if (isOwed) return attempt()
    if (isAnswered) return wait.reset()
    isOwed = true
    timer = setTimeout(() => void attempt(), wait.next())
  }
  const now = () => {
    if (!isWorking && !isStopped) void attempt()
  }

  return {
    start() {
      isOwed = true
      now()
    },
    hurry() {
      wait.reset()
      if (isOwed) now()
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
