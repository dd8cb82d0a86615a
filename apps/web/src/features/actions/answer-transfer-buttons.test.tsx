import { ApolloProvider } from '@apollo/client/react'
import type { HeldOffice } from '@camau/domain'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { createApollo } from '../../platform/apollo'
import { CommandsProvider } from '../../platform/commands'
import { ViewerProvider } from '../../platform/viewer'
import type { LogRow } from './action-status'
import { AnswerTransferButtons } from './answer-transfer-buttons'
import { aRow } from './log-rows.fixture'

const { body } = aRow()
const toBody = (changes: Partial<LogRow['body']>) => aRow({ transfer: { to: { ...body, ...changes } } })

function anOffice(office: HeldOffice['office'], bodyKind: HeldOffice['bodyKind'], bodyId: string) {
  const title = { en: office, cy: null }
  return { appointmentId: 'a', office, bodyKind, bodyId, bodyParentId: null, until: null, title }
}
const magChair = anOffice('chair', 'advisory-group', 'mag')
const chair1 = anOffice('chair', 'workstream', 'ws-1')

async function offered(office: typeof magChair, row: LogRow): Promise<number> {
  cleanup()
  const me = { personId: 'p-1', name: 'P', initials: 'P', offices: [office], language: 'en', demo: true }
  render(
    <ApolloProvider client={createApollo()}>
      <CommandsProvider person="p-1">
        <ViewerProvider me={me}>
          <AnswerTransferButtons row={row} />
          <hr />
        </ViewerProvider>
      </CommandsProvider>
    </ApolloProvider>,
  )
  await screen.findByRole('separator')
  return screen.queryAllByRole('button').length
}

afterEach(cleanup)

describe('an action that is offered to another body', () => {
  it('is taken on, or not, by whoever rules there: its own chair, the chair of the advisory group, of the parent', async () => {
    const toWs1 = { id: 'ws-1' }
    const toItsGroup = { id: 'tf-1', kind: 'TASK_AND_FINISH' as const, parent: { id: 'ws-1' } }
    for (const [office, changes] of [
      [chair1, toWs1],
      [magChair, toWs1],
      [magChair, { id: 'mag', kind: 'ADVISORY_GROUP' as const }],
      [chair1, toItsGroup],
    ] as const) {
      expect(await offered(office, toBody(changes)), `${office.bodyId} ${changes.id}`).toBe(2)
    }
  })

  it('is answered by nobody else, and nobody while it is offered to none or the body has closed', async () => {
    expect(await offered(anOffice('member', 'workstream', 'ws-1'), toBody({ id: 'ws-1' }))).toBe(0)
    expect(await offered(anOffice('chair', 'workstream', 'ws-2'), toBody({ id: 'ws-1' }))).toBe(0)
    expect(await offered(chair1, toBody({ id: 'ws-1', status: 'CLOSED' }))).toBe(0)
    expect(await offered(chair1, aRow())).toBe(0)
  })
})
