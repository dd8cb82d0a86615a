// Written by scripts/graphql-types.mjs. Change the .graphql file instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { language: string | null, demo: boolean, person: { id: string, name: string, initials: string, example: boolean }, offices: Array<{ appointmentId: string, office: OfficeKind, bodyId: string, bodyKind: BodyKind, bodyParentId: string | null, until: string | null, title: { en: string | null, cy: string | null } }> } | null };


export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"initials"}},{"kind":"Field","name":{"kind":"Name","value":"example"}}]}},{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointmentId"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"cy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bodyId"}},{"kind":"Field","name":{"kind":"Name","value":"bodyKind"}},{"kind":"Field","name":{"kind":"Name","value":"bodyParentId"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"demo"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;