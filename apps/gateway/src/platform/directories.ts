import type { Body, LocalText, OfficeKind, Owner } from '@camau/domain'
import type { Bus } from './bus.js'
import type { Directory, KnownBody, KnownPerson, Names } from './directory.js'
import { initialsOf, officeWord, shortName } from './naming.js'
import { createWhole } from './whole.js'

/** What the directory reads: whole collections, small by nature. */
export interface DirectoryContents {
  bodies: (Body & { alsoKnownAs: readonly string[] })[]
  people: { id: string; name: string }[]
  /** Titles the documents give to offices. */
  titles: readonly { office: OfficeKind; bodyId: string; title: LocalText }[]
  workstreams: { id: string; bodyId: string; shortTitle: string }[]
}

export function createDirectory(read: () => Promise<DirectoryContents>, bus: Bus, now: () => Date): Directory {
  let latest: { text: string; names: Names } | null = null
  // What was worked out with these names holds as long as they do: read again and found the same, they are the same object.
  async function readNames(): Promise<Names> {
    const contents = await read()
    const text = JSON.stringify(contents)
    if (latest?.text !== text) latest = { text, names: namesOf(contents) }
    return latest.names
  }
  return { now: createWhole(readNames, ['Body', 'Person', 'Appointment'], bus, now) }
}

function namesOf({ bodies, people, titles, workstreams }: DirectoryContents): Names {
  const known = new Map(bodies.map((body) => [body.id, knownBody(body)]))
  const knownPeople = new Map<string, KnownPerson>(
    people.map((person) => [person.id, { ...person, initials: initialsOf(person.name) }]),
  )
  const printed = new Map(titles.map(({ office, bodyId, title }) => [`${office} ${bodyId}`, title]))

  function officeTitle(office: OfficeKind, bodyId: string): LocalText {
    const body = known.get(bodyId)?.shortName ?? { en: bodyId, cy: null }
    const { en, cy } = officeWord(office)
    const made = { en: `${en}, ${body.en}`, cy: body.cy && `${cy}, ${body.cy}` }
    const title = printed.get(`${office} ${bodyId}`)
    return title ? { en: title.en ?? made.en, cy: title.cy ?? made.cy } : made
  }

  function ownerLabel(owner: Owner): { label: LocalText; initials: string } {
    if (owner.kind === 'person') {
      const person = knownPeople.get(owner.personId)
      return { label: { en: person?.name ?? null, cy: person?.name ?? null }, initials: person?.initials ?? '?' }
    }
    const body = known.get(owner.bodyId)
    if (owner.kind === 'body') return { label: body?.name ?? { en: null, cy: null }, initials: body?.initials ?? '?' }
    const label = officeTitle(owner.office, owner.bodyId)
    return { label, initials: initialsOf(label.en ?? '') }
  }

  return {
    bodies: known,
    people: knownPeople,
    workstreams: new Map(workstreams.map(({ id, bodyId }) => [id, bodyId])),
    officeTitle,
    ownerLabel,
  }
}

function knownBody(body: DirectoryContents['bodies'][number]): KnownBody {
  const short = shortName(body)
  return { ...body, shortName: short, initials: initialsOf(short.en ?? body.name.en ?? body.id) }
}
