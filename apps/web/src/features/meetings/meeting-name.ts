import { useContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import type { MeetingLineFragment } from './meetings.graphql'
import { words } from './words'

/** A meeting is known by its body and its day. */
export function useMeetingName(): (meeting: Pick<MeetingLineFragment, 'body' | 'startsAt'>) => string {
  const content = useContent()
  const dates = useDates()
  const said = useWords(words)
  return ({ body, startsAt }) => said.crumb(content(shortName(body.name)), dates.day(startsAt))
}
