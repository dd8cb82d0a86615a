import type { Document } from 'bson'
import { fieldsOf, isDocument, setField } from '../../bson/fields.js'
import { show } from '../../bson/show.js'
import { mongoError } from '../../errors.js'
import { compileWith } from '../expressions.js'
import type { Stage, StageContext } from './stage.js'

type Verdict = (root: Document, current: Document) => unknown

const KEEP = Symbol('keep')
const DESCEND = Symbol('descend')
const PRUNE = Symbol('prune')

/** `$redact`: asks every document on every level whether it is kept, pruned or looked into. */
export function redact(argument: unknown, context: StageContext): Stage {
  const vars = { ...context.vars, KEEP, DESCEND, PRUNE }
  const evaluate = compileWith(argument, { vars, strings: context.strings })
  const verdict: Verdict = (root, current) => evaluate({ root, vars: { ...vars, CURRENT: current } })
  return function* (docs) {
    for (const doc of docs) {
      const kept = redactDocument(doc, doc, verdict)
      if (kept) yield kept
    }
  }
}

function redactDocument(root: Document, current: Document, verdict: Verdict): Document | undefined {
  const answer = verdict(root, current)
  if (answer === KEEP) return current
  if (answer === PRUNE) return undefined
  if (answer !== DESCEND) {
    throw mongoError(
      17053,
      `$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned ${show(answer)}`,
    )
  }
  const result: Document = {}
  for (const [name, value] of Object.entries(fieldsOf(current))) {
    const kept = redactValue(root, value, verdict)
    if (kept !== undefined) setField(result, name, kept)
  }
  return result
}

function redactValue(root: Document, value: unknown, verdict: Verdict): unknown {
  if (isDocument(value)) return redactDocument(root, value, verdict)
  if (!Array.isArray(value)) return value
  return value.flatMap((element: unknown) => {
    const kept = redactValue(root, element, verdict)
    return kept === undefined ? [] : [kept]
  })
}
