import type { ActionStatus } from './action.js'
import { type ActionOverTime, actionAsAt } from './action-as-at.js'
import { goesOn, type LegacyCourse } from './legacy-course.js'
import { type ProgressPoint, pointsUntil, type WorkArea } from './work-area.js'

type ReportedArea = Pick<WorkArea, 'number' | 'status' | 'statusAsOf' | 'progressPoints'>

/**
 * What a letter of a day says of each work area, in their order and under their numbers (requirements, row 64). Areas of which nothing
 * was reported by then are named apart: a letter is never padded.
 */
export function progressParagraphs<A extends ReportedArea>(areas: readonly A[], asAt: string) {
  const taken = areas.filter((area) => takenOnBy(area, asAt)).sort((a, b) => a.number - b.number)
  const told = taken.map((area) => ({ area, points: pointsUntil(area.progressPoints, asAt) }))
  const paragraphs: { area: A; points: ProgressPoint[] }[] = told.filter(({ points }) => points.length > 0)
  return { paragraphs, silent: told.filter(({ points }) => points.length === 0).map(({ area }) => area) }
}

// Only an area that was taken on here has a day on which it was: those of the documents were there before.
function takenOnBy({ status, statusAsOf }: ReportedArea, day: string): boolean {
  if (status === 'proposed') return false
  return status !== 'active' || !statusAsOf || statusAsOf <= day
}

const finished: readonly ActionStatus[] = ['done', 'closed']
export const isFinished = (status: ActionStatus) => finished.includes(status)

/** Whether it was finished by the end of a year and, as far as is known, not by the end of the year before (row 65). */
export function finishedIn(action: ActionOverTime, year: number): boolean {
  const by = (end: number) => {
    const was = actionAsAt(action, String(end))
    return was !== null && isFinished(was.status)
  }
  return by(year) && !by(year - 1)
}

/** Whether printed words name a year: "2019", "since 2019-20" (both years), "March 2019". Nothing is guessed of words that name none. */
export function namesYear(period: string | null, year: number): boolean {
  const years = [...(period ?? '').matchAll(/\b((?:19|20)\d\d)(?:[-–/](\d\d)(?!\d))?(?![-–/]\d{4})/g)]
  return years.some(([, first = '', next]) => {
    if (Number(first) === year) return true
    const ends = next === undefined ? null : Number(first.slice(0, 2) + next)
    return ends === Number(first) + 1 && ends === year
  })
}

/** What a closing report lists as still open: work that goes on and that nothing says is done (row 66). */
export function stillOpen(record: { status?: string; courses?: LegacyCourse[] }): boolean {
  return goesOn(record) && record.status !== 'done'
}
