import { io, type Socket } from 'socket.io-client'

/** Where to attack, and how to get in. */
export interface Target {
  url: string
  cookie(personId: string): Promise<string>
}

/** A bare socket: what an attacker has, without the manners of our client. */
export async function aBareSocket(to: Target, personId: string): Promise<Socket> {
  const socket = io(to.url, {
    path: '/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { Cookie: await to.cookie(personId) },
  })
  await new Promise<void>((done, failed) => {
    const refused = () => failed(new Error('not let in'))
    socket.once('connect', () => {
      socket.off('connect_error', refused).off('disconnect', refused)
      done()
    })
    socket.once('connect_error', refused).once('disconnect', refused)
  })
  return socket
}

/** Somebody who comes back whenever they are thrown out. */
export interface Attacker {
  /** The socket as it is now, connected. */
  socket(): Promise<Socket>
  /** How often they were thrown out so far. */
  thrownOut(): number
  close(): void
}

export function anAttacker(
  to: Target,
  personId: string,
  arrived: (socket: Socket) => Promise<void> = async () => {},
): Attacker {
  let socket: Socket | undefined
  let thrownOut = 0
  return {
    async socket() {
      if (socket?.connected) return socket
      if (socket) thrownOut += 1
      socket?.close()
      socket = await aBareSocket(to, personId)
      await arrived(socket)
      return socket
    },
    thrownOut: () => thrownOut,
    close: () => socket?.close(),
  }
}
