import { ApolloProvider } from '@apollo/client/react'
import type { HeldOffice } from '@camau/domain'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { createApollo } from '../../platform/apollo'
import { CommandsProvider } from '../../platform/commands'
import { ViewerProvider } from '../../platform/viewer'
import type { MeetingRecordFragment } from './meetings.graphql'
import { StepButtons } from './step-buttons'

type Status = MeetingRecordFragment['status']

function aMeeting(status: Status, circulatedBy: string | null = null): MeetingRecordFragment {
  return {
    id: 'm-1',
    title: null,
    startsAt: '2026-11-24T10:00:00Z',
    endsAt: '2026-11-24T12:00:00Z',
    place: null,
    status,
    example: true,
    version: 1,
    audience: 'MEMBER',
    body: {
      id: 'body-ws-2',
      kind: 'WORKSTREAM',
      status: 'ACTIVE',
      name: { en: 'Workstream 2', cy: null },
      parent: { id: 'body-mag' },
    },
    agenda: [],
    attendance: [],
    seriesId: null,
    currentItemId: null,
    currentSince: null,
    earlierTimes: [],
    cancelled: null,
    startedAt: null,
    endedAt: null,
    circulatedAt: null,
    circulatedBy: circulatedBy === null ? null : { id: circulatedBy, name: 'Somebody' },
    agreedAt: null,
    agreedBy: null,
    minutesId: 'minutes:m-1',
    versions: [],
  }
}

function anOffice(office: HeldOffice['office'], bodyKind: HeldOffice['bodyKind'], bodyId: string) {
  const title = { en: office, cy: null }
  return { appointmentId: 'a', office, bodyKind, bodyId, bodyParentId: null, until: null, title }
}
const chair = anOffice('chair', 'workstream', 'body-ws-2')
const secretary = anOffice('secretariat', 'secretariat', 'body-programme-team')
const magMember = anOffice('member', 'advisory-group', 'body-mag')
const otherChair = anOffice('chair', 'workstream', 'body-ws-3')

/** What a person with one office is offered; a mark after the buttons says that they have been drawn. */
async function offered(office: typeof chair, meeting: MeetingRecordFragment): Promise<string[]> {
  const me = { personId: 'p-1', name: 'P', initials: 'P', offices: [office], language: 'en', demo: true }
  render(
    <ApolloProvider client={createApollo()}>
      <CommandsProvider person="p-1">
        <ViewerProvider me={me}>
          <StepButtons meeting={meeting} />
          <hr />
        </ViewerProvider>
      </CommandsProvider>
    </ApolloProvider>,
  )
  await screen.findByRole('separator')
  return screen.queryAllByRole('button').map((button) => button.textContent ?? '')
}

afterEach(cleanup)

describe('the next step of a meeting', () => {
  it.each([
    ['PLANNED', 'Start the meeting'],
    ['IN_SESSION', 'End the meeting'],
    ['MINUTES_DRAFT', 'Circulate the minutes'],
    ['CIRCULATED', 'Agree the minutes'],
  ] satisfies [Status, string][])('is one button for the chair: %s offers “%s”', async (status, step) => {
    expect(await offered(chair, aMeeting(status))).toEqual([step])
  })

  it('leaves agreeing to chairs: the secretariat prepares, and publishes what is agreed', async () => {
    expect(await offered(secretary, aMeeting('MINUTES_DRAFT'))).toEqual(['Circulate the minutes'])
    cleanup()
    expect(await offered(secretary, aMeeting('CIRCULATED'))).toEqual([])
    cleanup()
    expect(await offered(secretary, aMeeting('AGREED'))).toEqual(['Publish the minutes'])
  })

  it('is not drawn for those whom the server would refuse', async () => {
    for (const status of ['PLANNED', 'IN_SESSION', 'MINUTES_DRAFT', 'CIRCULATED'] satisfies Status[]) {
      expect(await offered(magMember, aMeeting(status))).toEqual([])
      cleanup()
      expect(await offered(otherChair, aMeeting(status))).toEqual([])
      cleanup()
    }
  })

  it('tells the chair who circulated the minutes why somebody else agrees them', async () => {
    expect(await offered(chair, aMeeting('CIRCULATED', 'p-1'))).toEqual([])
    expect(screen.getByText(/another chair or vice-chair agrees them/)).toBeTruthy()
  })

  it('ends with publication', async () => {
    expect(await offered(chair, aMeeting('PUBLISHED'))).toEqual([])
  })
})
