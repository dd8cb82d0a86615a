import type { CadenceUnit } from '@camau/domain'

/** A form being filled in, as typed. */
export interface SeriesForm {
  every: string
  /** Empty: when there is need. */
  unit: CadenceUnit | ''
  quorum: string
  title: string
  place: string
  minutes: string
  /** One item to a line: `Title - 10` or `Title - 10 - Presenter`; a line that ends in a colon is a heading. */
  agenda: string
}

export type SeriesField = 'every' | 'quorum' | 'minutes' | 'agenda'

interface ProblemWords {
  every: (most: number) => string
  quorum: (most: number) => string
  minutes: (most: number) => string
  agenda: (line: string) => string
}

interface Most {
  cadenceEvery: number
  quorum: number
  agendaMinutes: number
}

export interface TemplateLine {
  title: string
  minutes: number
  section: string | null
  presenter: string | null
}

/** What was meant, or what is wrong with each field, in words. */
export function readSeries(form: SeriesForm, say: ProblemWords, most: Most) {
  const wrong: Partial<Record<SeriesField, string>> = {}
  const whole = (typed: string, limit: number) => {
    const n = Number(typed)
    return typed.trim() !== '' && Number.isInteger(n) && n >= 1 && n <= limit ? n : null
  }
  const [every, quorum, minutes] = [
    whole(form.every, most.cadenceEvery),
    whole(form.quorum, most.quorum),
    whole(form.minutes, most.agendaMinutes),
  ]
  const agenda = readTemplate(form.agenda)
  if (form.unit && every === null) wrong.every = say.every(most.cadenceEvery)
  if (form.quorum.trim() && quorum === null) wrong.quorum = say.quorum(most.quorum)
  if (minutes === null) wrong.minutes = say.minutes(most.agendaMinutes)
  if ('unread' in agenda) wrong.agenda = say.agenda(agenda.unread)
  if (Object.keys(wrong).length > 0 || minutes === null || 'unread' in agenda) return { wrong }
  return {
    series: {
      cadence: form.unit && every !== null ? { every, unit: form.unit } : null,
      quorum,
      title: form.title.trim() || null,
      place: form.place.trim() || null,
      minutes,
      agenda: agenda.lines,
    },
  }
}

/** The lines of a template, or the first that does not say its minutes. */
export function readTemplate(typed: string): { lines: TemplateLine[] } | { unread: string } {
  const lines: TemplateLine[] = []
  let section: string | null = null
  for (const line of typed.split('\n').map((one) => one.trim())) {
    if (!line) continue
    if (line.endsWith(':')) {
      section = line.slice(0, -1).trim() || null
      continue
    }
    const [, title, minutes, presenter = null] = /^(.*\S)\s+[-–—]\s*(\d+)(?:\s+[-–—]\s*(\S.*))?$/.exec(line) ?? []
    if (!title || !minutes) return { unread: line }
    lines.push({ title, minutes: Number(minutes), section, presenter })
  }
  return { lines }
}

/** The same, to be edited. */
export function writeTemplate(lines: readonly TemplateLine[]): string {
  let section: string | null = null
  return lines
    .flatMap((line) => {
      const heading = line.section && line.section !== section ? [`${line.section}:`] : []
      section = line.section
      return [...heading, [line.title, line.minutes, ...(line.presenter ? [line.presenter] : [])].join(' - ')]
    })
    .join('\n')
}
