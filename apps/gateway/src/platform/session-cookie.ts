/** The cookie that carries a session: on https bound to this very host. */
export interface SessionCookie {
  name: string
  /** `Set-Cookie` for a new session. */
  set(token: string, maxAge: number): string
  /** `Set-Cookie` that takes it away. */
  clear(): string
  /** The token in a `Cookie` header. */
  read(header: string | undefined): string | null
}

export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-camau' : 'camau'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    name,
    set: (token, maxAge) => `${name}=${token}; ${attributes}; Max-Age=${Math.floor(maxAge / 1000)}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
    read(header) {
      const pair = header
        ?.slice(0, 8_192)
        .split(';')
        .map((part) => part.trim())
        .find((part) => part.startsWith(`${name}=`))
      const token = pair?.slice(name.length + 1)
      return token && /^[\w-]{43}$/.test(token) ? token : null
    },
  }
}
