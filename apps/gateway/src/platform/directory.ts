import type { Body, LocalText, OfficeKind, Owner } from '@camau/domain'

/** A body, as far as other features name it. */
export interface KnownBody extends Body {
  /** "Workstream 1", "MAG": for titles of offices, and for initials. */
  shortName: LocalText
  initials: string
}

export interface KnownPerson {
  id: string
  name: string
  initials: string
}

/** Who and what there is, by id, as one consistent view: names are needed in every list and every patch. */
export interface Names {
  bodies: ReadonlyMap<string, KnownBody>
  people: ReadonlyMap<string, KnownPerson>
  /** Workstream id (`ws-1`) → the id of its body. */
  workstreams: ReadonlyMap<string, string>
  /** "Chair, Workstream 1". */
  officeTitle(office: OfficeKind, bodyId: string): LocalText
  /** What an owner is called, and the two or three letters of their disc. */
  ownerLabel(owner: Owner): { label: LocalText; initials: string }
}

/** Kept in memory; read again after any change of a body, person or appointment. */
export interface Directory {
  now(): Promise<Names>
}
