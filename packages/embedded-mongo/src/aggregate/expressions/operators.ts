import { arithmetic } from './arithmetic.js'
import { arrays } from './arrays.js'
import { conditions } from './conditions.js'
import { conversions } from './conversions.js'
import { dateSteps } from './date-steps.js'
import { dateText } from './date-text.js'
import { dates } from './dates.js'
import type { Operators } from './expression.js'
import { iterations } from './iterations.js'
import { objects } from './objects.js'
import { regexes } from './regexes.js'
import { rounding } from './rounding.js'
import { sets } from './sets.js'
import { strings } from './strings.js'
import { totals } from './totals.js'

/** Every expression operator the engine knows. */
export const operators: Operators = {
  ...arithmetic,
  ...rounding,
  ...conditions,
  ...strings,
  ...regexes,
  ...arrays,
  ...iterations,
  ...sets,
  ...objects,
  ...totals,
  ...conversions,
  ...dates,
  ...dateText,
  ...dateSteps,
}
