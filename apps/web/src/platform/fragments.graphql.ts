// Written by scripts/graphql-types.mjs. Change the .graphql file instead.
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where an action stands. */
export type ActionStatus =
  | 'CLOSED'
  | 'DONE'
  | 'DROPPED'
  | 'IN_PROGRESS'
  | 'OPEN'
  | 'PROPOSED'
  | 'SUPERSEDED'
  | 'TRANSFERRED';

/** Kinds of body that carry rights or rules. */
export type BodyKind =
  | 'ADVISORY_GROUP'
  | 'MINISTERIAL_OFFICE'
  | 'OPERATIONAL_GROUP'
  | 'OTHER'
  | 'SCRUTINY_COMMITTEE'
  | 'SECRETARIAT'
  | 'TASK_AND_FINISH'
  | 'WORKSTREAM';

/** Where a body stands. */
export type BodyStatus =
  | 'ACTIVE'
  | 'CLOSED'
  | 'PROPOSED';

/** A role held on one body from a date to a date. */
export type OfficeKind =
  | 'CHAIR'
  | 'COMMISSIONED_EXPERT'
  | 'GUEST'
  | 'MEMBER'
  | 'MINISTER'
  | 'OBSERVER'
  | 'OFFICE_HOLDER'
  | 'OFFICIAL'
  | 'SECRETARIAT'
  | 'VICE_CHAIR';

export type OwnerWordsFragment = { initials: string, office: OfficeKind | null, label: { en: string | null, cy: string | null }, body: { id: string } | null, person: { id: string } | null };

export type DueWordsFragment = { label: string, earliest: string | null, latest: string | null };

export type SourceWordsFragment = { file: string, locator: string, date: string | null, title: { en: string | null, cy: string | null } };

export type MinutedActionFragment = { id: string, number: number, title: string, status: ActionStatus, version: number, overdueSince: string | null, owner: { label: { en: string | null, cy: string | null } } | null, acceptance: { waiting: boolean, at: string } | null, due: DueWordsFragment | null, body: { id: string, kind: BodyKind, status: BodyStatus, parent: { id: string } | null } };

