import {
  checkSeries,
  dayInLondon,
  fitting,
  officeFor,
  Refusal,
  type Viewer,
  whyNotAnswerable,
  whyNotPrepare,
} from '@camau/domain'
import { placeOfBody } from '../../platform/body-place.js'
import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { checkLength, givenWords } from './given-agenda.js'
import { type MeetingSeriesStore, seriesIdOf } from './meeting-series.store.js'
import type { SetMeetingSeriesInput, StoredSeries } from './meeting-series.type.js'

export interface SetMeetingSeriesNeeds {
  series: MeetingSeriesStore
  command: Command
  directory: Directory
}

/** How the body meets from now on. Meetings that are already planned stay as they are. */
export function setMeetingSeries(
  { series, command, directory }: SetMeetingSeriesNeeds,
  viewer: Viewer,
  input: SetMeetingSeriesInput,
): Promise<StoredSeries> {
  return command(
    { command: 'setMeetingSeries', viewer, input },
    async (tx) => {
      const names = await directory.now()
      const [place, body] = [placeOfBody(input.bodyId, names), names.bodies.get(input.bodyId)]
      if (!place || !body) throw new Refusal('not-found')
      const refusal = whyNotAnswerable(body) ?? whyNotPrepare(viewer, place.body)
      if (refusal) throw new Refusal(refusal)
      const before = await series.get(viewer, seriesIdOf(body.id), tx).catch(noneYet)
      const given = givenSeries(input)
      const office = officeFor(viewer, 'prepare', place)
      const fresh = { id: seriesIdOf(body.id), bodyId: body.id, since: dayInLondon(tx.at), audience: 'member' as const }
      if (!before) return series.add(tx, { ...fresh, ...given, version: 1 }, office)
      if (typeof input.basedOn === 'number' && input.basedOn < before.version)
        throw new Refusal('changed-since', { field: 'series' })
      return series.save(tx, before, { ...before, ...given }, office)
    },
    (id) => series.get(viewer, id),
  )
}

function noneYet(error: unknown): null {
  if (error instanceof Refusal && error.code === 'not-found') return null
  throw error
}

function givenSeries({ cadence, quorum, title, place, minutes, agenda }: SetMeetingSeriesInput) {
  const template = {
    title: fitting('title', title) || null,
    place: fitting('place', place) || null,
    minutes,
    agenda: agenda.map((item) => givenWords(item)),
  }
  checkLength(template.agenda)
  const given = {
    cadence: cadence ? { every: cadence.every, unit: cadence.unit } : null,
    quorum: quorum ?? null,
    template,
  }
  checkSeries(given)
  return given
}
