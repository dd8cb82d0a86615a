import type { DocumentId } from '@camau/protocol'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { anEngine, type Engine } from '../../test/engine.js'
import { documentTexts } from './document-texts.js'

let engine: Engine
beforeAll(async () => {
  engine = await anEngine()
})
afterAll(() => engine?.stop())

it('texts that are written in one turn are one transaction, in which each asks for itself whether it is current', async () => {
  const db = await engine.database()
  const texts = documentTexts(db, () => new Date('2026-11-23T09:30:00Z'))
  const transactions = vi.spyOn(db, 'startSession')
  const write = (id: DocumentId, text: string, isCurrent: boolean) =>
    texts.writeIfCurrent(id, text, async () => isCurrent)
  await Promise.all([
    write('minutes:m-1', 'The boards have sent\n  their plans', true),
    write('minutes:m-2', 'What was taken out', false),
    write('action:a-1', 'Ask for the costs', true),
  ])
  expect(transactions).toHaveBeenCalledTimes(1)
  const written = await texts.read(['minutes:m-1', 'minutes:m-2', 'action:a-1'])
  expect(new Map(written.map(({ _id, paragraphs }) => [_id, paragraphs]))).toEqual(
    new Map([
      ['minutes:m-1', ['The boards have sent', 'their plans']],
      ['action:a-1', ['Ask for the costs']],
    ]),
  )
})
