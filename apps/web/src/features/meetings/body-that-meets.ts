import type { BodyMeetsQuery } from './meetings.graphql'

/** What the part of a body's page on its meetings reads of it. */
export type BodyThatMeets = BodyMeetsQuery['body']
