import type { IncomingMessage } from 'node:http'

/** Where a request comes from. */
export type AddressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string

/** Each proxy of ours adds the address it was called from; what stands before those is what anybody may claim. */
export function addressBehind(proxies: number): AddressOf {
  return ({ headers, socket }) => {
    const told = String(headers['x-forwarded-for'] ?? '').split(',')
    const known = proxies > 0 ? told.at(-proxies)?.trim() : undefined
    return known || (socket.remoteAddress ?? '')
  }
}
