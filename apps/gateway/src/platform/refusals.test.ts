import { Refusal, type RefusalCode, refusalCodes } from '@camau/domain'
import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createLog, type Log } from './log.js'
import { formatError, refusalOf, sentences } from './refusals.js'

const quiet = createLog('silent')
const shown = {
  message: 'secret',
  path: ['closeAction'],
  extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at x'] },
}

describe('what leaves the server about an error', () => {
  it.each(refusalCodes)('%s has one plain sentence', (code: RefusalCode) => {
    expect(sentences[code]).toMatch(/^[A-Z].+\.$/)
  })

  it('is a refusal with its code and details', () => {
    const answer = formatError(quiet)(
      shown,
      new GraphQLError('x', { path: ['closeAction'], originalError: new Refusal('too-long', { most: 80 }) }),
    )
    expect(answer).toEqual({
      message: 'The text is too long.',
      path: ['closeAction'],
      extensions: { code: 'too-long', details: { most: 80 } },
    })
  })

  it('is a reference, and nothing of the error, when the fault is ours; the log has it in full', () => {
    const logged: unknown[] = []
    const log: Log = { ...quiet, error: (entry: unknown) => void logged.push(entry) } as Log
    const fault = new Error('/srv/camau/secret.js failed at mongodb://user:pass@host')
    const answer = formatError(log)(shown, new GraphQLError('x', { path: ['closeAction'], originalError: fault }))
    expect(answer.extensions).toEqual({ code: 'internal', details: { reference: expect.any(String) } })
    expect(JSON.stringify(answer)).not.toMatch(/secret|mongodb|stack/)
    expect(logged).toEqual([{ err: fault, reference: Object(answer.extensions?.details).reference }])
  })

  it('says that the service is away when the database is', () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { name: 'MongoServerSelectionError' })
    expect(refusalOf(away, quiet)).toEqual({ code: 'unavailable', details: {} })
  })

  it('is a refusal too when the whole operation was cut off', () => {
    const cut = new GraphQLError('x', { originalError: new Refusal('took-too-long') })
    const { path, ...whole } = shown
    expect(formatError(quiet)(whole, cut).extensions).toEqual({ code: 'took-too-long', details: {} })
  })

  it('says that it took too long when the database stopped the read', () => {
    const stopped = Object.assign(new Error('operation exceeded time limit'), { code: 50 })
    expect(refusalOf(stopped, quiet)).toEqual({ code: 'took-too-long', details: {} })
  })
})
