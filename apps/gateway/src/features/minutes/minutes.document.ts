import { firstMinutes, minutesSchema } from '@camau/collab'
import { type AgendaItem, type BodyPlace, type Meeting, type Viewer, whyNotWriteMinutes } from '@camau/domain'
import type { LiveDocument } from '../../live/live-document.js'

export interface MinutesDocumentNeeds {
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  meetingOf: (viewer: Viewer, id: string) => Promise<{ record: Meeting; body: BodyPlace }>
  agendaOf: (id: string) => Promise<readonly AgendaItem[]>
}

/** The minutes of a meeting, written live by all who may write on the body, until they are circulated and then agreed. */
export function minutesDocument({ meetingOf, agendaOf }: MinutesDocumentNeeds): LiveDocument {
  return {
    schema: minutesSchema,
    async enter(viewer, id) {
      const because = whyNotWriteMinutes(viewer, await meetingOf(viewer, id))
      return because ? { readOnly: true, because } : { readOnly: false }
    },
    first: async (id) => firstMinutes(await agendaOf(id)),
  }
}
