import type { Place } from '@camau/domain'

/** Whoever may read in the Advisory Group's space sees who holds which office; guests and strangers do not. */
export const membershipPlace: Place = {
  space: 'body',
  body: { id: 'body-mag', kind: 'advisory-group', parentId: null },
}
