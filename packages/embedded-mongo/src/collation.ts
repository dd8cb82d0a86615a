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
  if (args.text('alternate') === 'shifted') throw commandNotSupported("The collation option alternate: 'shifted'")
  const sensitivity = sensitivityOf(args.integer('strength') ?? 3)
  const { compare } = collator(args.requiredText('locale'), { sensitivity, numeric: args.flag('numericOrdering') })
  return compare
}

function sensitivityOf(strength: number) {
  if (strength === 1 || strength === 2 || strength === 3) return sensitivities[strength]
  throw commandNotSupported(`A collation of strength ${strength}`)
}

function collator(locale: string, options: Intl.CollatorOptions): Intl.Collator {
  try {
    return new Intl.Collator(locale.replaceAll('_', '-'), options)
  } catch {
    throw badValue(`Field 'locale' is invalid in: { locale: "${locale}" }`)
  }
}
