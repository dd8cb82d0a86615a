import { ApolloProvider } from '@apollo/client/react'
import type { HeldOffice } from '@camau/domain'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { createApollo } from '../../platform/apollo'
import { CommandsProvider } from '../../platform/commands'
import { ViewerProvider } from '../../platform/viewer'
import { CommitmentLife } from './commitment-life'
import type { CommitmentLineFragment, LedgerLineFragment } from './legacy.graphql'

const text = 'Residential guidance'

function aCommitment(...states: LedgerLineFragment['state'][]): CommitmentLineFragment {
  const chairs = { bodyId: 'body-ws-2', office: 'CHAIR' as const }
  const owner = {
    label: { en: 'Chair, Workstream 2', cy: null },
    initials: 'C2',
    body: { id: chairs.bodyId },
    office: chairs.office,
    person: null,
  }
  const by = { id: 'p-2', name: 'Chair, MAG', initials: 'CM' }
  const ledger = states.map((state, i) => ({
    ...{ id: `l-${i}`, state, owner, by, at: `2026-11-2${i}T10:00:00Z` },
    reason: null,
  }))
  const last = ledger.at(-1) ?? null
  return {
    id: 'oc-1',
    version: 1,
    place: null,
    text,
    status: 'planned',
    statusAsOf: null,
    overdueSince: null,
    responsibleBasis: null,
    due: null,
    responsible: [],
    actions: [],
    workstream: null,
    ledger,
    courses: [],
    laterUpdates: [],
    owner: last?.state === 'ACCEPTED' ? owner : null,
    proposal: last?.state === 'PROPOSED' ? last : null,
    source: { file: '002', locator: 'L477', title: { en: 'Report', cy: null }, date: null },
  }
}

function anOffice(office: HeldOffice['office'], bodyKind: HeldOffice['bodyKind'], bodyId: string) {
  const title = { en: office, cy: null }
  return { appointmentId: 'a', office, bodyKind, bodyId, bodyParentId: null, until: null, title }
}
const magChair = anOffice('chair', 'advisory-group', 'body-mag')
const chair2 = anOffice('chair', 'workstream', 'body-ws-2')
const member = anOffice('member', 'advisory-group', 'body-mag')

/** What a person with one office is offered; a mark after the buttons says that they have been drawn. */
async function offered(office: typeof magChair, commitment: CommitmentLineFragment, outside = true): Promise<string[]> {
  const me = { personId: 'p-1', name: 'P', initials: 'P', offices: [office], language: 'en', demo: true }
  render(
    <ApolloProvider client={createApollo()}>
      <CommandsProvider person="p-1">
        <ViewerProvider me={me}>
          <CommitmentLife commitment={commitment} outside={outside} />
          <hr />
        </ViewerProvider>
      </CommandsProvider>
    </ApolloProvider>,
  )
  await screen.findByRole('separator')
  return screen.queryAllByRole('button').map((button) => button.textContent?.replace(`: ${text}`, '') ?? '')
}

describe('a commitment', () => {
  afterEach(cleanup)

  it('outside the seven is offered to an owner by those who may', async () => {
    expect(await offered(magChair, aCommitment())).toContain('Propose an owner')
    cleanup()
    expect(await offered(member, aCommitment())).toEqual([])
  })

  it('within an item is its owner’s, until it was somebody’s own', async () => {
    expect(await offered(magChair, aCommitment(), false)).not.toContain('Propose an owner')
    cleanup()
    expect(await offered(magChair, aCommitment('PROPOSED', 'ACCEPTED'), false)).toContain('Propose an owner')
  })

  it('is accepted, declined or asked about by whoever is asked, and taken back by those who asked', async () => {
    const asked = aCommitment('PROPOSED')
    expect(await offered(chair2, asked)).toEqual(expect.arrayContaining(['Accept', 'Decline with a reason']))
    cleanup()
    const theirs = await offered(magChair, asked)
    expect(theirs).toContain('Withdraw the proposal')
    expect(theirs).not.toContain('Accept')
    expect(theirs).not.toContain('Propose an owner')
  })

  it('is handed back by its owner', async () => {
    expect(await offered(chair2, aCommitment('PROPOSED', 'ACCEPTED'))).toContain('Hand it back')
    expect(screen.getByText('Who was asked and who answered')).toBeTruthy()
  })
})
