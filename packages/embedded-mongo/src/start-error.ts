/** Why the engine cannot start, as exit codes, so that whoever started it need not read the sentence. */
export const exitCodes = {
  usage: 2,
  inUse: 10,
  newerFormat: 11,
  notWritable: 12,
  damaged: 13,
  cannotListen: 14,
} as const

/** A reason not to start that trying again will not cure. Its message is one plain sentence. */
export class StartError extends Error {
  readonly reason: keyof typeof exitCodes

  constructor(reason: keyof typeof exitCodes, message: string) {
    super(message)
    this.name = 'StartError'
    this.reason = reason
  }
}
