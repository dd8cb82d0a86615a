import { GraphQLJSONObject } from 'graphql-scalars'
import { GraphQLISODateTime } from 'type-graphql'

/** The scalars of the schema under the names it shows: `DateTimeISO` takes and gives Dates. */
export const DateTimeISO = GraphQLISODateTime
export const JSONObject = GraphQLJSONObject
