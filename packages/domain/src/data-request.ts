import { isDay } from './due.js'
import { limits } from './limits.js'
import type { Viewer } from './offices.js'
import { daysLater, monthsLater } from './period.js'
import { officeFor, type Place, roleOf } from './permissions.js'
import type { Audience } from './record.js'
import { Refusal, type RefusalCode } from './refusal.js'

export const requestRhythms = ['once', 'week', 'month', 'quarter', 'year'] as const
export type RequestRhythm = (typeof requestRhythms)[number]

export interface DataReturn {
  authority: string
  value: number
  note: string | null
  receivedAt: Date
  personId: string
}

/** Why a line of a file was not taken. The line itself is kept, so that nobody types it again. */
export const returnFaults = [
  'too-few-cells',
  'unknown-authority',
  'not-a-number',
  'twice',
  'received-already',
  'too-long',
] as const
export type ReturnFault = (typeof returnFaults)[number]

export interface RefusedLine {
  line: number
  text: string
  why: ReturnFault
}

/** One due date of a request, what came in for it, and the lines that still wait to be put right. */
export interface RequestRound {
  dueOn: string
  returns: DataReturn[]
  refused: RefusedLine[]
}

/** A short, repeated question to authorities: who is asked, how often, and what came in. */
export interface DataRequest {
  id: string
  title: string
  workstreamId: string | null
  measureId: string | null
  authorities: string[]
  every: RequestRhythm
  rounds: RequestRound[]
  audience: Audience
}

export function whyNotRequest({ authorities, rounds }: Pick<DataRequest, 'authorities' | 'rounds'>) {
  if (authorities.length === 0) return 'text-needed'
  if (authorities.length > limits.authorities) return 'too-large'
  return rounds.every(({ dueOn }) => isDay(dueOn)) ? null : 'impossible-date'
}

/** Returns are collected by the secretariat; who has not answered is for its eyes only (requirements, row 54). */
export function whyNotAskAuthorities(viewer: Viewer, place: Place): RefusalCode | null {
  const secretariat = { ...viewer, offices: viewer.offices.filter((held) => roleOf(held) === 'secretariat') }
  return officeFor(secretariat, 'write', place) ? null : 'not-permitted'
}

/** Who has not answered by a due date. */
export const missingFrom = ({ authorities }: DataRequest, { returns }: RequestRound): string[] =>
  authorities.filter((name) => !returns.some(({ authority }) => authority === name))

/** The round after the last; a request made once has none. */
export function nextRound(request: DataRequest): DataRequest {
  const last = request.rounds.at(-1)
  if (!last || request.every === 'once') throw new Refusal('no-next-round')
  return {
    ...request,
    rounds: [...request.rounds, { dueOn: after(last.dueOn, request.every), returns: [], refused: [] }],
  }
}

const months = { month: 1, quarter: 3, year: 12 } as const
const after = (day: string, every: Exclude<RequestRhythm, 'once'>) =>
  every === 'week' ? daysLater(day, 7) : monthsLater(day, months[every])

/** Takes in a file of returns, "authority,value,note" a line. Each line is taken or kept with what is wrong with it. */
export function importReturns(
  request: DataRequest,
  dueOn: string,
  csv: string,
  receipt: Pick<DataReturn, 'receivedAt' | 'personId'>,
): DataRequest {
  const round = request.rounds.find((one) => one.dueOn === dueOn)
  if (!round) throw new Refusal('not-found')
  const returns: DataReturn[] = []
  const refused: RefusedLine[] = []
  for (const { line, text } of linesOf(csv)) {
    const read = readLine(text, request, round.returns, returns)
    if (typeof read === 'string') refused.push({ line, text, why: read })
    else returns.push({ ...read, ...receipt })
  }
  const after = { ...round, returns: [...round.returns, ...returns], refused }
  return { ...request, rounds: request.rounds.map((one) => (one === round ? after : one)) }
}

function linesOf(csv: string): { line: number; text: string }[] {
  const all = csv.split(/\r?\n/).map((text, i) => ({ line: i + 1, text }))
  const [first] = all
  const rest = first && /^\s*"?authority"?\s*[,;]/i.test(first.text) ? all.slice(1) : all
  return rest.filter(({ text }) => text.trim())
}

function readLine(
  text: string,
  { authorities }: DataRequest,
  before: readonly DataReturn[],
  now: readonly DataReturn[],
): Pick<DataReturn, 'authority' | 'value' | 'note'> | ReturnFault {
  const [name, figure, ...rest] = cells(text)
  if (!name || !figure) return 'too-few-cells'
  const authority = authorities.find((one) => one.toLowerCase() === name.toLowerCase())
  if (!authority) return 'unknown-authority'
  if (!/^-?\d{1,9}([.,]\d+)?$/.test(figure)) return 'not-a-number'
  if (before.some((one) => one.authority === authority)) return 'received-already'
  if (now.some((one) => one.authority === authority)) return 'twice'
  const note = rest.join(', ').trim() || null
  if (note && note.length > limits.reason) return 'too-long'
  return { authority, value: Number(figure.replace(',', '.')), note }
}

/** Cells of a line, by comma or semicolon; a cell in quotes may hold either. */
function cells(text: string): string[] {
  const found = text.match(/("([^"]|"")*"|[^,;])+|(?<=[,;])(?=[,;]|$)/g) ?? []
  return found.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"')
      .trim(),
  )
}
