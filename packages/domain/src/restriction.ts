import type { BodyPlace } from './body.js'
import type { Viewer } from './offices.js'
import { type Owner, owns, sameOwner } from './owner.js'
import { may, type Restriction } from './permissions.js'
import type { Audience } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** More names than this are no restriction. */
export const mostNamed = 20

/** Those who rule or prepare on a body restrict what it holds, and lift that again. What the public has read stays public. */
export function whyNotRestrict(viewer: Viewer, body: BodyPlace, audience: Audience): RefusalCode | null {
  if (!may(viewer, 'prepare', { space: 'body', body })) return 'not-permitted'
  return audience === 'public' ? 'already-public' : null
}

/** The restriction somebody asks for, each named once; null lifts it. Nobody can shut themselves out: who then would lift it? */
export function restriction(viewer: Viewer, before: Restriction, to: readonly Owner[] | null): Restriction {
  if (to === null) {
    if (before === null) throw new Refusal('already-so')
    return null
  }
  const named = to.filter((one, i) => to.findIndex((other) => sameOwner(one, other)) === i)
  if (named.length > mostNamed) throw new Refusal('too-long', { field: 'restrictedTo', limit: mostNamed })
  if (!named.some((one) => owns(viewer, one))) throw new Refusal('not-among-them')
  if (before && sameRestriction(before, named)) throw new Refusal('already-so')
  return named
}

export function sameRestriction(a: Restriction, b: Restriction): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((one) => b.some((other) => sameOwner(one, other)))
}

/** Whom a restriction names unless somebody says otherwise: chair and vice-chair of the body, and the secretariat. */
export function usualRestriction(bodyId: string, secretariatBodyId: string | null): Owner[] {
  const offices = (['chair', 'vice-chair'] as const).map((office) => ({ kind: 'office', bodyId, office }) as const)
  if (!secretariatBodyId) return offices
  return [...offices, { kind: 'office', bodyId: secretariatBodyId, office: 'secretariat' }]
}
