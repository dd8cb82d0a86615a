/** An address that may stand behind a link: the web, mail, or a page of our own. Anything else is null. */
export function safeAddress(address: unknown): string | null {
  if (typeof address !== 'string') return null
  const trimmed = address.trim()
  if (/^(https?:\/\/[^\s]+|mailto:[^\s]+)$/i.test(trimmed)) return trimmed
  // `//host` would leave the site while looking like a page of it.
  return /^\/(?!\/)[^\s\\]*$/.test(trimmed) ? trimmed : null
}
