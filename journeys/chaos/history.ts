/** What people did and saw, by word: each is written once, by one person. */
export class History {
  private readonly words = new Map<string, Word>()

  wrote(word: string, device: object): void {
    this.words.set(word, { device, isDurable: false, isSeen: false, isTakenOut: false, isOutDurable: false })
  }
  saved(word: string): void {
    this.change(word, { isDurable: true })
  }
  seen(word: string): void {
    this.change(word, { isSeen: true })
  }
  tookOut(word: string): void {
    this.change(word, { isTakenOut: true })
  }
  outSaved(word: string): void {
    this.change(word, { isOutDurable: true })
  }

  /** What must be in the text from now on, whatever dies: acknowledged, or seen by others; unless its author took it out. */
  owed(): string[] {
    return this.which(({ isDurable, isSeen, isTakenOut }) => (isDurable || isSeen) && !isTakenOut)
  }
  /** What must never be in it again. */
  gone(): string[] {
    return this.which(({ isOutDurable }) => isOutDurable)
  }
  /** Words kept on a device that went away for good; what nobody has seen of them may be there or not. */
  isBy(word: string, devices: ReadonlySet<object>): boolean {
    const device = this.words.get(word)?.device
    return device !== undefined && devices.has(device)
  }
  all(): string[] {
    return [...this.words.keys()]
  }
  isTakenOut(word: string): boolean {
    return this.words.get(word)?.isTakenOut === true
  }

  private which(test: (word: Word) => boolean): string[] {
    return [...this.words].filter(([, word]) => test(word)).map(([name]) => name)
  }
  private change(word: string, over: Partial<Word>): void {
    const known = this.words.get(word)
    if (known) Object.assign(known, over)
  }
}

interface Word {
  device: object
  isDurable: boolean
  isSeen: boolean
  isTakenOut: boolean
  isOutDurable: boolean
}

/** The words of a text, each as often as it stands there. */
export function wordsOf(text: string): Map<string, number> {
  const times = new Map<string, number>()
  for (const word of text.match(/w\d+-\d+;/g) ?? []) times.set(word, (times.get(word) ?? 0) + 1)
  return times
}
