import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LanguageProvider } from '../../platform/language'
import { chartsOf } from './chart-of'
import { FigureChart } from './figure-chart'
import { latestFigure } from './latest-figure'
import type { FigureWordsFragment } from './measures.graphql'

afterEach(cleanup)

const figure = (
  period: string,
  value: number | null,
  given: Partial<FigureWordsFragment> = {},
): FigureWordsFragment => ({
  id: period,
  version: 1,
  value,
  suppressed: value === null,
  groups: [],
  label: 'Children looked after',
  unit: 'children',
  period,
  population: 'Wales',
  caveats: ['CENSUS'],
  note: null,
  sourceLine: `Census ${period}`,
  expected: false,
  safetyNote: null,
  replaces: null,
  imported: false,
  published: true,
  ...given,
})

describe('a chart', () => {
  it('row 51: is not drawn without a source for every figure; drawn, it prints sources and caveats', () => {
    const figures = [figure('2016', 5_661), figure('2020', 7_172)]
    expect(chartsOf([...figures, figure('2021', 7_263, { sourceLine: ' ' })])).toEqual([])
    const [chart] = chartsOf(figures)
    if (!chart) throw new Error('no chart')
    render(
      <LanguageProvider language="en">
        <FigureChart chart={chart} />
      </LanguageProvider>,
    )
    const said = screen.getByRole('figure').textContent ?? ''
    expect(said).toContain('Census 2016; Census 2020')
    expect(said).toContain('as counted on one day')
    expect(said).toContain('The first figure shown is 5,661 (2016), the last 7,172 (2020).')
  })

  it('begins at nothing, also below it, and keeps apart what counts something else', () => {
    const down = chartsOf([figure('1', 10), figure('2', -10), figure('3', 5, { unit: 'percent' })])
    expect(down).toHaveLength(1)
    expect(down[0]).toMatchObject({
      zero: 50,
      bars: [
        { from: 50, width: 50 },
        { from: 0, width: 50 },
      ],
    })
  })

  it('says how many figures are hidden', () => {
    expect(chartsOf([figure('1', 10), figure('2', 20), figure('3', null)])[0]?.hidden).toBe(1)
  })
})

describe('the latest figure', () => {
  it('is the newest of the own unit that is no expectation', () => {
    const figures = [
      figure('2016', 1),
      figure('2020', 2),
      figure('2016 to 2020', 3),
      figure('2020-21 to Q3', 4, { unit: 'percent' }),
      figure('2021-22', 5, { expected: true }),
    ]
    expect(latestFigure({ figures, unit: 'children' })?.value).toBe(2)
    expect(latestFigure({ figures, unit: 'regions' })?.value).toBe(2)
    expect(latestFigure({ figures: [], unit: 'children' })).toBeNull()
  })
})
