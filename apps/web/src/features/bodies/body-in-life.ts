import type { BodyLifeQuery } from './body-life.graphql'

/** A body with its life, groups, terms and sectors, as its page shows them. */
export type BodyInLife = BodyLifeQuery['body']
