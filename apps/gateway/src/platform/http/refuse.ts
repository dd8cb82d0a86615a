import type { RefusalCode } from '@camau/domain'
import type { Response } from 'express'
import { sentences } from '../refusals.js'

/** A no outside GraphQL, in the same shape. */
export function refuse(
  response: Response,
  status: number,
  code: RefusalCode,
  details: Record<string, unknown> = {},
): void {
  response.status(status).json({ errors: [{ message: sentences[code], extensions: { code, details } }] })
}
