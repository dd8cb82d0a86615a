import type { LocalText, OfficeKind, Owner } from '@camau/domain'
import { domainName } from '../../platform/enums'
import type { PossibleOwnersQuery } from './actions.graphql.js'
import { matches } from './matches'

type Local = LocalText

/** One entry of the owner's list: a body, an office on it, or the person who holds it. */
export interface OwnerOption {
  key: string
  owner: Owner
  label: Local
  /** What stands beside the label: the holder of an office, the offices of a person. */
  beside: string
  /** Everything the search looks at. */
  words: string
}

/** Bodies first, then offices, then people: work is given to an office, so that it outlives its holder. */
export function ownerOptions(bodies: PossibleOwnersQuery['bodies']): OwnerOption[] {
  const active = [...bodies].sort((a, b) => Number(b.status === 'ACTIVE') - Number(a.status === 'ACTIVE'))
  return [...active.flatMap(officesOf), ...active.map(asBody), ...peopleOf(active)]
}

type Body = PossibleOwnersQuery['bodies'][number]

function asBody(body: Body): OwnerOption {
  return {
    key: body.id,
    owner: { kind: 'body', bodyId: body.id },
    label: body.name,
    beside: '',
    words: [body.name.en, body.name.cy, ...body.alsoKnownAs].join(' '),
  }
}

const given: readonly OfficeKind[] = ['chair', 'vice-chair', 'secretariat']

function officesOf(body: Body): OwnerOption[] {
  const seen = new Map<OfficeKind, OwnerOption>()
  for (const appointment of body.appointments) {
    const office = domainName(appointment.office)
    if (!appointment.inForce || !given.includes(office)) continue
    const label = officeLabel(appointment.title, body.name)
    seen.set(office, {
      key: `${body.id}/${office}`,
      owner: { kind: 'office', bodyId: body.id, office },
      label,
      // A holder who is known by the office alone is not named twice.
      beside: appointment.person && appointment.person.name !== label.en ? appointment.person.name : '',
      words: [label.en, label.cy, ...body.alsoKnownAs, appointment.person?.name].join(' '),
    })
  }
  return [...seen.values()]
}

// Titles of the source may already name the body ("Chair, Workstream 1"); said twice it would only be longer.
function officeLabel(title: Local, body: Local): Local {
  const join = (t?: string | null, b?: string | null) =>
    t && b && !t.includes(b) && !t.includes(',') ? `${t}, ${b}` : t
  return { en: join(title.en, body.en) ?? null, cy: join(title.cy, body.cy) ?? null }
}

function peopleOf(bodies: readonly Body[]): OwnerOption[] {
  const people = new Map<string, OwnerOption>()
  for (const { appointments } of bodies)
    for (const { person, inForce } of appointments)
      if (person && inForce)
        people.set(person.id, {
          key: person.id,
          owner: { kind: 'person', personId: person.id },
          label: { en: person.name, cy: person.name },
          beside: '',
          words: person.name,
        })
  return [...people.values()]
}

/** What the list shows for the letters typed so far. */
export function findOwners(options: readonly OwnerOption[], typed: string, most = 40): OwnerOption[] {
  if (!typed.trim()) return options.slice(0, most)
  // What is read in the list first, then what is only known by another name or by its holder.
  const byLabel = ({ label }: OwnerOption) => matches(`${label.en ?? ''} ${label.cy ?? ''}`, typed)
  const found = options.filter(({ words }) => matches(words, typed))
  return [...found.filter(byLabel), ...found.filter((option) => !byLabel(option))].slice(0, most)
}

/** The option that stands for an owner, to begin with. */
export function optionFor(options: readonly OwnerOption[], owner: Owner | null): OwnerOption | null {
  if (!owner) return null
  const key =
    owner.kind === 'person'
      ? owner.personId
      : owner.kind === 'office'
        ? `${owner.bodyId}/${owner.office}`
        : owner.bodyId
  return options.find((option) => option.key === key) ?? null
}
