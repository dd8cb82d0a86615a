import { formatNumber } from '../../platform/words'

/** A number with a minus sign that is not a hyphen, so that it is read aloud as one. */
export const signed = (value: number): string => formatNumber(value).replace(/^-/, '\u2212')
