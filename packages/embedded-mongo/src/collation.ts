import type { Document } from 'bson'
import { Arguments } from './arguments.js'
import type { StringOrder } from './bson/strings.js'
import { badValue, commandNotSupported } from './errors.js'

const known = new Set([
  ...['locale', 'strength', 'numericOrdering', 'caseLevel', 'caseFirst', 'alternate', 'maxVariable', 'backwards'],
  ...['normalization', 'version'],
])

const sensitivities = { 1: 'base', 2: 'accent', 3: 'variant' } as const

/** How a collation compares texts; undefined when it is the plain comparison by bytes. */
export function compileCollation(collation: Document | undefined): StringOrder | undefined {
  if (!collation || collation.locale === 'simple') return undefined
  const args = new Arguments('collation', collation)
  args.refuseUnknown(known)
  for (const field of ['caseLevel', 'backwards'])
    if (args.flag(field)) throw commandNotSupported(`The collation option ${field}`)
  checkAlternate(args.text('alternate') ?? 'non-ignorable')
  const sensitivity = sensitivityOf(args.integer('strength') ?? 3)
  const numeric = args.flag('numericOrdering')
  return collator(args.requiredText('locale'), { sensitivity, numeric, caseFirst: caseFirst(args) }).compare
}

function checkAlternate(given: string): void {
  if (given === 'shifted') throw commandNotSupported("The collation option alternate: 'shifted'")
  if (given !== 'non-ignorable')
    throw badValue(`Enumeration value '${given}' for field 'collation.alternate' is not a valid value.`)
}

const caseFirsts = { off: 'false', upper: 'upper', lower: 'lower' } as const

function caseFirst(args: Arguments) {
  const given = args.text('caseFirst') ?? 'off'
  if (given === 'off' || given === 'upper' || given === 'lower') return caseFirsts[given]
  throw badValue(`Enumeration value '${given}' for field 'collation.caseFirst' is not a valid value.`)
}

function sensitivityOf(strength: number) {
  if (strength === 1 || strength === 2 || strength === 3) return sensitivities[strength]
  throw commandNotSupported(`A collation of strength ${strength}`)
}

function collator(locale: string, options: Intl.CollatorOptions): Intl.Collator {
  const tag = locale.replaceAll('_', '-')
  // For a language it does not know, Intl would take the machine's own without a word.
  if (!isKnown(tag)) throw badValue(`Field 'locale' is invalid in: { locale: "${locale}" }`)
  return new Intl.Collator(tag, options)
}

function isKnown(tag: string): boolean {
  try {
    return Intl.Collator.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}
