import { newId, useCommand } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { FormDialog, numberIn } from '../../ui/form-dialog'
import type { keptPlaces } from './kept-places'
import { AddMeasureDocument, type Direction } from './measures.graphql'
import { measureWords } from './words'

interface AddMeasureDialogProps {
  places: ReturnType<typeof keptPlaces>
  onClose: () => void
}

const directions: readonly Direction[] = ['FEWER', 'MORE', 'NEITHER']

/** A further indicator with its first definition. */
export function AddMeasureDialog({ places, onClose }: AddMeasureDialogProps) {
  const words = useWords(measureWords)
  const command = useCommand(AddMeasureDocument, { what: { en: measureWords.en.add, cy: measureWords.cy.add } })
  return (
    <FormDialog
      title={words.add}
      save={words.save}
      done={words.added}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'title', label: words.titleOf, most: 'title' },
        { name: 'definition', label: words.definition, hint: words.definitionHint, kind: 'text', most: 'reason' },
        { name: 'unit', label: words.unit, hint: words.unitHint, most: 'label' },
        {
          name: 'direction',
          label: words.direction,
          kind: 'choice',
          first: 'NEITHER',
          options: directions.map((value) => ({ value, name: words.directions[value] })),
        },
        {
          name: 'workstreamId',
          label: words.workstreamLabel,
          kind: 'choice',
          optional: true,
          first: places[0]?.workstreamId ?? '',
          options: places.map(({ workstreamId, number }) => ({
            value: workstreamId ?? '',
            name: number === null ? words.noWorkstream : words.workstream(number),
          })),
        },
        { name: 'dataSource', label: words.dataSource, most: 'title' },
        { name: 'collectionMonth', label: words.month, kind: 'number', optional: true },
        { name: 'maxAgeDays', label: words.age, kind: 'number', optional: true },
      ]}
      send={(given) =>
        command.run({
          id: newId(),
          title: given.title ?? '',
          definition: given.definition ?? '',
          unit: given.unit ?? '',
          direction: directions.find((one) => one === given.direction) ?? 'NEITHER',
          workstreamId: given.workstreamId || null,
          dataSource: given.dataSource ?? '',
          collectionMonth: whole(given.collectionMonth),
          maxAgeDays: whole(given.maxAgeDays),
        })
      }
    />
  )
}

const whole = (text: string | undefined) => (text?.trim() ? Math.round(numberIn(text)) : null)
