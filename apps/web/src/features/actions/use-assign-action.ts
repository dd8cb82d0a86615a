import type { Owner } from '@camau/domain'
import { useContent } from '../../platform/content'
import { graphqlName } from '../../platform/enums'
import type { LogRow } from './action-status'
import { AssignActionDocument, type OwnerInput } from './actions.graphql.js'
import { versionOf } from './clashes'
import { withOwner } from './guesses'
import type { OwnerOption } from './owner-options'
import { typed } from './typed'
import { useStep } from './use-step'

/** Gives it to somebody, over the owner that was on the screen when the list was opened. */
export function useAssignAction(row: LogRow, options: readonly OwnerOption[], toldInRow = false) {
  const inWords = useContent()
  const optionFor = (owner: OwnerInput) => options.find((option) => sameInput(ownerInput(option.owner), owner))
  const { run, busy } = useStep(AssignActionDocument, {
    row,
    verb: 'assign',
    guess: (seen, { owner }) =>
      typed('Mutation', { assignAction: withOwner(seen, shown(owner, optionFor(owner)), new Date()) }),
    toldInRow,
    mine: ({ owner }) => inWords(optionFor(owner)?.label ?? { en: null, cy: null }),
  })
  return {
    busy,
    run: ({ owner }: OwnerOption, basedOn = versionOf(row, 'owner')) => run({ owner: ownerInput(owner), basedOn }),
  }
}

/** An owner as GraphQL takes it. */
export function ownerInput(owner: Owner): OwnerInput {
  if (owner.kind === 'person') return { personId: owner.personId }
  return owner.kind === 'office'
    ? { bodyId: owner.bodyId, office: graphqlName(owner.office) }
    : { bodyId: owner.bodyId }
}

function sameInput(a: OwnerInput, b: OwnerInput): boolean {
  return a.bodyId === b.bodyId && a.office === b.office && a.personId === b.personId
}

function shown(owner: OwnerInput, option: OwnerOption | undefined): NonNullable<LogRow['owner']> {
  return {
    label: option?.label ?? { en: '', cy: null },
    initials: '',
    office: owner.office ?? null,
    body: owner.bodyId ? { id: owner.bodyId } : null,
    person: owner.personId ? { id: owner.personId } : null,
  }
}
