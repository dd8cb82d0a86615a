import type { Viewer } from '@camau/domain'
import { finishedIn, isFinished, namesYear, progressParagraphs, stillOpen, unfinishedStatuses } from '@camau/domain'
import type { StoredAction } from './features/actions/action.model.js'
import type { ActionStore } from './features/actions/action.store.js'
import type { LegacyStore } from './features/legacy/legacy.store.js'
import type { createMeasures } from './features/measures/measures.feature.js'
import type { Registers } from './features/registers/registers.feature.js'
import type { ReportNeeds } from './features/reports/report.resolver.js'
import { ProgressParagraphType, ReportedPointType, type ReportRecordType } from './features/reports/report.type.js'
import type { StoredWorkArea } from './features/work-areas/work-area.kind.js'
import type { RecordStore } from './platform/record-store.js'

type AddedFigures = ReturnType<typeof createMeasures>['addedFigures']

interface Sources {
  registers: Registers
  actions: ActionStore
  legacy: LegacyStore
  workAreas: Pick<RecordStore<StoredWorkArea>, 'list'>
  /** Figures added here, by measure, as the viewer may be shown them. */
  addedFigures: AddedFigures
}

/** Where the data of reports come from. */
export function reportData({ registers, actions, legacy, workAreas, addedFigures }: Sources): ReportNeeds {
  const seen = async (viewer: Viewer) =>
    (await actions.list(viewer)).map(({ record }) => record).sort((a, b) => a.number - b.number)
  return {
    async letter(viewer, asAt) {
      const { paragraphs, silent } = progressParagraphs(await workAreas.list(viewer), asAt)
      return {
        withoutProgress: silent.map(areaLine),
        paragraphs: paragraphs.map(({ area, points }) =>
          Object.assign(new ProgressParagraphType(), {
            number: area.number,
            workArea: areaLine(area),
            points: points.map((point) => Object.assign(new ReportedPointType(), point)),
          }),
        ),
      }
    },
    async year(viewer, year) {
      const indicators = (await registers.indicators.all()).filter(({ date }) => namesYear(date, year))
      const funding = (await registers.funding.all()).filter(({ period }) => namesYear(period, year))
      const documents = (await registers.publications.all()).filter(({ published }) => namesYear(published, year))
      return {
        actionsClosed: (await seen(viewer)).filter((one) => finishedIn(one, year)).map(actionLine),
        figures: [
          ...indicators.map(({ _id, label, asPrinted }) => line('Indicator', _id, null, `${label}: ${asPrinted}`)),
          ...(await addedFigures(viewer)).flatMap((one) => measureLine(one, year)),
        ],
        funding: funding.map(({ _id, title, asPrinted }) =>
          line('Funding', _id, null, asPrinted ? `${title}: ${asPrinted}` : title),
        ),
        documents: documents.map(({ _id, title }) => ({ ...line('Publication', _id, null, ''), title })),
        participation: [],
      }
    },
    async closing(viewer) {
      const items = await legacy.items(viewer)
      const commitments = (await legacy.commitments(viewer)).map((one) => ({
        open: stillOpen(one),
        done: one.status === 'done',
        shown: line('Commitment', one.id, one.number, one.text),
      }))
      const all = await seen(viewer)
      return {
        achievements: [
          ...commitments.filter(({ done }) => done).map(({ shown }) => shown),
          ...all.filter(({ status }) => isFinished(status)).map(actionLine),
        ],
        unfinished: [
          ...items
            .filter((one) => stillOpen({ courses: one.courses }))
            .map(({ id, number, title }) => ({ ...line('LegacyItem', id, String(number), ''), title })),
          ...commitments.filter(({ open }) => open).map(({ shown }) => shown),
          ...all.filter(({ status }) => unfinishedStatuses.includes(status)).map(actionLine),
        ],
      }
    },
  }
}

const line = (kind: string, id: string, number: string | null, en: string): ReportRecordType => ({
  id,
  kind,
  number,
  title: { en, cy: null },
})
const actionLine = ({ id, number, title }: StoredAction) => line('Action', id, String(number), title)
/** One line for a measure, with each of its figures of the year; a small number says that it is not shown, and a reduction carries its note. */
function measureLine(
  { measure, figures }: Awaited<ReturnType<AddedFigures>>[number],
  year: number,
): ReportRecordType[] {
  const named = figures.filter(({ period }) => namesYear(period, year))
  if (named.length === 0) return []
  const note = named[0]?.safetyNote ?? null
  const values = (hidden: string) => named.map(({ value, period }) => `${value ?? hidden} (${period})`).join('; ')
  const { title, id } = measure
  const said = (name: string, hidden: string, safety: string | null | undefined) =>
    `${name}: ${values(hidden)}${safety ? `. ${safety}` : ''}`
  const en = said(title.en ?? title.cy ?? '', 'small number, not shown', note?.en)
  const cy = title.cy && said(title.cy, 'rhif bach, heb ei ddangos', note?.cy)
  return [{ ...line('Measure', id, null, ''), title: { en, cy } }]
}

const areaLine = ({ id, number, title }: StoredWorkArea): ReportRecordType => ({
  ...line('WorkArea', id, String(number), ''),
  title,
})
