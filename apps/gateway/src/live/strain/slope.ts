/** How much a series grows from one value to the next, by least squares. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const along = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0)
  const square = values.reduce((sum, _value, i) => sum + (i - middle) ** 2, 0)
  return square === 0 ? 0 : along / square
}
