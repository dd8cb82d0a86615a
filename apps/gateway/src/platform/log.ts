import { pino } from 'pino'

/** The part of pino the product uses; tests pass one that keeps quiet. */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>

/** JSON lines on stderr, so that stdout holds nothing but the line that says where Camau is. No personal text: ids only. */
export function createLog(level: string): Log {
  return pino(
    { level, redact: ['req.headers.cookie', 'req.headers.authorization', '*.cookie', '*.token', '*.secret'] },
    pino.destination(2),
  )
}
