/** An address that may stand behind a link: the web or mail, as the gateway admits it. Anything else is null. */
export function safeAddress(address: unknown): string | null {
  if (typeof address !== 'string') return null
  const trimmed = address.trim()
  return trimmed.length <= 2_000 && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(trimmed) ? trimmed : null
}
