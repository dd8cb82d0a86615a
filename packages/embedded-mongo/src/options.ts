import { parseArgs } from 'node:util'
import { StartError } from './start-error.js'

/** What the engine was asked to do. */
export interface Options {
  readonly data: string
  readonly listen: { readonly socket: string } | { readonly port: number } | undefined
}

const usage = 'Usage: camau-mongo --data DIR [--socket PATH | --port N]'

/** Reads the command line. Throws StartError. */
export function readOptions(argv: string[]): Options {
  const { data, socket, port } = parse(argv)
  if (data === undefined) throw new StartError('usage', `${usage} (--data is missing)`)
  if (socket !== undefined && port !== undefined)
    throw new StartError('usage', `${usage} (either a socket or a port, not both)`)
  if (socket !== undefined) return { data, listen: { socket } }
  return { data, listen: port === undefined ? undefined : { port: checkedPort(port) } }
}

function parse(argv: string[]) {
  try {
    const options = { data: { type: 'string' }, socket: { type: 'string' }, port: { type: 'string' } } as const
    return parseArgs({ args: argv, options }).values
  } catch (error) {
    throw new StartError('usage', `${usage} (${error instanceof Error ? error.message : error})`)
  }
}

function checkedPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new StartError('usage', `${usage} ('${text}' is no port)`)
}
