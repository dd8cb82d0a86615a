import { Refusal, type RefusalCode } from './refusal.js'

/** Throws the rule's no, if it is one. */
export function refuse(code: RefusalCode | null): void {
  if (code) throw new Refusal(code)
}

/** Text that says something. */
export function needText(text: string | null, code: RefusalCode): asserts text is string {
  if (!text?.trim()) throw new Refusal(code)
}
