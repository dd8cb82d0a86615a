import type { LocalText } from '@camau/domain'
import type { MeasureFigureType } from './measure.type.js'

const heads = {
  en: ['Period', 'Value', 'Unit', 'Population', 'Caveats', 'Note', 'Source', 'Safety note'],
  cy: ['Cyfnod', 'Gwerth', 'Uned', 'Poblogaeth', 'Amodau', 'Nodyn', 'Ffynhonnell', 'Nodyn diogelwch'],
}

/** The figures as a file: caveats, source and safety note travel with each value, and what is hidden on the page is hidden here. */
export function measureCsv(figures: readonly MeasureFigureType[], language: keyof LocalText): string {
  const lines = figures.map(({ period, value, unit, population, caveats, note, sourceLine, safetyNote }) => [
    period,
    value,
    unit,
    population,
    caveats.join(' '),
    note,
    sourceLine,
    safetyNote?.[language] ?? safetyNote?.en ?? null,
  ])
  return [heads[language], ...lines].map((line) => line.map(cell).join(',')).join('\r\n')
}

/** In quotes where needed; what a spreadsheet would take for a formula is made plain text. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
