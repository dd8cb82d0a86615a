import { newId, useCommand } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { FormDialog, numberIn } from '../../ui/form-dialog'
import { AddFigureDocument, type Caveat, type ChildGroup, type MeasureRowFragment } from './measures.graphql'
import { measureWords } from './words'

const groups: readonly ChildGroup[] = [
  'UNACCOMPANIED',
  'WITH_OWN_PARENTS',
  'WITH_RELATIVES_OR_FRIENDS',
  'PLACED_ELSEWHERE',
]
const caveats: readonly Caveat[] = ['PART_YEAR', 'YEAR_TO_DATE', 'CENSUS', 'APPROXIMATE', 'EXPECTED', 'SURVEY']

/** A further figure: never without period, population and source. */
export function AddFigureDialog({ measure, onClose }: { measure: MeasureRowFragment; onClose: () => void }) {
  const words = useWords(measureWords)
  const command = useCommand(AddFigureDocument, {
    what: { en: measureWords.en.addFigure, cy: measureWords.cy.addFigure },
  })
  const replaceable = measure.figures.filter(({ imported }) => !imported)
  return (
    <FormDialog
      title={words.addFigure}
      save={words.save}
      done={words.figureAdded}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'value', label: `${words.value} (${measure.unit})`, kind: 'number' },
        { name: 'period', label: words.period, hint: words.periodHint, most: 'label' },
        { name: 'population', label: words.population, most: 'title', first: measure.population ?? '' },
        { name: 'sourceLine', label: words.source, hint: words.sourceHint, most: 'title' },
        {
          name: 'caveat',
          label: words.caveats,
          kind: 'choice',
          optional: true,
          options: [
            { value: '', name: words.choose },
            ...caveats.map((value) => ({ value, name: words.caveat[value] })),
          ],
        },
        ...groups.map((group) => ({
          name: group,
          label: words.group[group],
          kind: 'number' as const,
          optional: true,
        })),
        { name: 'note', label: words.note, kind: 'text', most: 'reason', optional: true },
        ...(replaceable.length > 0
          ? [
              {
                name: 'replaces',
                label: words.corrects,
                kind: 'choice' as const,
                optional: true,
                options: [
                  { value: '', name: words.choose },
                  ...replaceable.map(({ id, period, value }) => ({
                    value: id,
                    name: `${period ?? ''}: ${value ?? ''}`,
                  })),
                ],
              },
            ]
          : []),
      ]}
      send={(given) =>
        command.run({
          id: newId(),
          measureId: measure.id,
          value: numberIn(given.value ?? ''),
          period: given.period ?? '',
          population: given.population ?? '',
          sourceLine: given.sourceLine ?? '',
          caveats: caveats.filter((one) => one === given.caveat),
          groups: groups.flatMap((group) => (given[group]?.trim() ? [{ group, value: numberIn(given[group]) }] : [])),
          note: given.note?.trim() || null,
          replaces: given.replaces || null,
        })
      }
    >
      <p className="meta">{words.split}</p>
    </FormDialog>
  )
}
