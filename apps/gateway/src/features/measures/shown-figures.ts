import { caveatsOf, maySeeSmallNumbers, type Source, safetyNote, shownFigure, type Viewer } from '@camau/domain'
import { numbersPlace } from '../../platform/register-place.js'
import { sourceDocuments } from '../../platform/source-documents.js'
import type { StoredFigure, StoredMeasure } from './measure.kinds.js'
import { MeasureFigureType } from './measure.type.js'
import type { MeasuresNeeds, PrintedFigure } from './measures.needs.js'

/** The figures of a measure as the viewer may be shown them: first those the documents print, then those added since. */
export async function shownFigures(
  { figures, printed, directory }: Pick<MeasuresNeeds, 'figures' | 'printed' | 'directory'>,
  viewer: Viewer,
  measure: StoredMeasure,
): Promise<MeasureFigureType[]> {
  const place = numbersPlace(measure, await directory.now())
  const full = place !== null && maySeeSmallNumbers(viewer, place)
  const all = new Map((await figures.all()).map((figure) => [figure.id, figure]))
  const own = (await figures.list(viewer)).filter(({ measureId }) => measureId === measure.id)
  const replaced = new Set(own.map(({ replaces }) => replaces))
  const given = (await printed()).filter(({ measureOf }) => measureOf !== null && measureOf === measure.importedAs)
  return [
    ...given.map((figure) => printedFigure(figure, measure)),
    ...own
      .filter(({ id }) => full || !replaced.has(id))
      .map((figure) => addedFigure(figure, measure, (figure.replaces && all.get(figure.replaces)) || null, full)),
  ]
}

/** What the documents print is public as it stands. */
export function printedFigure(figure: PrintedFigure, { reduction, ...measure }: StoredMeasure): MeasureFigureType {
  const { id, label, value, unit, date, population, note, kind, source } = figure
  return Object.assign(new MeasureFigureType(), {
    id,
    version: 1,
    value,
    suppressed: false,
    groups: [],
    label,
    unit,
    period: date,
    population,
    caveats: caveatsOf(figure),
    note,
    sourceLine: sourceLine(source),
    expected: kind === 'expectation',
    safetyNote: reduction ? (measure.safetyNote ?? safetyNote) : null,
    replaces: null,
    imported: true,
    published: true,
  })
}

function addedFigure(
  figure: StoredFigure,
  measure: StoredMeasure,
  replaced: StoredFigure | null,
  full: boolean,
): MeasureFigureType {
  const { id, version, groups, unit, period, population, caveats, note, sourceLine, replaces, audience } = figure
  const shown = full ? { total: figure.value, parts: groups.map(({ value }) => value) } : shownFigure(figure, replaced)
  return Object.assign(new MeasureFigureType(), {
    id,
    version,
    value: shown.total,
    suppressed: shown.total === null || shown.parts.includes(null),
    groups: groups.map(({ group }, i) => ({ group, value: shown.parts[i] ?? null })),
    label: measure.title.en ?? measure.title.cy ?? '',
    unit,
    period,
    population,
    caveats,
    note,
    sourceLine,
    expected: caveats.includes('expected'),
    safetyNote: measure.reduction ? (measure.safetyNote ?? safetyNote) : null,
    replaces,
    imported: false,
    published: audience === 'public',
  })
}

const sourceLine = ({ file, locator }: Source) => `${sourceDocuments[file]?.title.en ?? file}, ${locator}`
