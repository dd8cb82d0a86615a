import type { MeetingPageQuery } from './meetings.graphql'

/** Everything the page of a meeting reads of it. */
export type MeetingOnPage = MeetingPageQuery['meeting']
