/** Bytes as text for a JSON frame. The built-in functions of browsers and Node: no library is as fast. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  // In pieces: spreading a large array overflows the stack.
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(binary)
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
