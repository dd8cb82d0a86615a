import { useState } from 'react'
import { useCommand } from '../../platform/commands'
import { EnglishContent, useContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { FormDialog, numberIn } from '../../ui/form-dialog'
import { Skeleton } from '../../ui/skeleton'
import { Unset } from '../../ui/status'
import {
  type MeasureRowFragment,
  ReductionPlansDocument,
  type ReductionPlansQuery,
  SetReductionPlanDocument,
} from './measures.graphql'
import { signed } from './signed'
import { measureWords } from './words'

type Plan = ReductionPlansQuery['reductionPlans'][number]

interface PlansOfYearProps {
  year: string
  measures: readonly MeasureRowFragment[]
  onChanged: () => void
}

/** The plans of one year for those who keep them, in the order of the list. */
export function PlansOfYear({ year, measures, onChanged }: PlansOfYearProps) {
  const words = useWords(measureWords)
  const content = useContent()
  const { data, retry } = useRecords(ReductionPlansDocument, { year })
  const [changing, setChanging] = useState<Plan | null>(null)
  useRoom('programme', { onLists: retry })
  if (!data) return <Skeleton rows={4} />
  return (
    <>
      <table className="register-table">
        <caption>{words.keepPlans(year)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.planHead}</th>
            <th scope="col">{words.submitted}</th>
            <th scope="col">{words.authority}</th>
            <th scope="col">{words.change}</th>
            <th scope="col">
              <span className="hidden">{words.editPlan}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.reductionPlans.map((plan) => (
            <tr key={plan.id}>
              <td className="num">{plan.place}</td>
              <td data-head={words.submitted}>{plan.submitted ? words.yes : words.no}</td>
              <td data-head={words.authority}>
                {plan.authority ? <EnglishContent text={plan.authority} /> : <Unset>{words.notStated}</Unset>}
              </td>
              <td data-head={words.change}>
                <ul>
                  {plan.changes.map(({ measureId, change }) => {
                    const measure = measures.find(({ id }) => id === measureId)
                    return (
                      <li key={measureId} className="num">
                        {measure && content(measure.title)}: {change === null ? words.notStated : signed(change)}
                      </li>
                    )
                  })}
                </ul>
              </td>
              <td>
                <Button small weight="bare" aria-haspopup="dialog" onClick={() => setChanging(plan)}>
                  {words.editPlan} <span className="hidden">{words.plan(plan.place)}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changing && (
        <PlanDialog
          plan={changing}
          measures={measures}
          onClose={() => {
            setChanging(null)
            retry()
            onChanged()
          }}
        />
      )}
    </>
  )
}

interface PlanDialogProps {
  plan: Plan
  measures: readonly MeasureRowFragment[]
  onClose: () => void
}

function PlanDialog({ plan, measures, onClose }: PlanDialogProps) {
  const words = useWords(measureWords)
  const content = useContent()
  const said = (language: 'en' | 'cy') => measureWords[language].plan(plan.place)
  const command = useCommand(SetReductionPlanDocument, { what: { en: said('en'), cy: said('cy') } })
  return (
    <FormDialog
      title={words.plan(plan.place)}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'submitted',
          label: words.planSubmitted,
          kind: 'choice',
          first: plan.submitted ? 'yes' : 'no',
          options: [
            { value: 'yes', name: words.yes },
            { value: 'no', name: words.no },
          ],
        },
        {
          name: 'authority',
          label: words.authority,
          hint: words.authorityHint,
          optional: true,
          most: 'title',
          first: plan.authority ?? '',
        },
        ...measures.map(({ id, title }) => ({
          name: id,
          label: content(title),
          kind: 'number' as const,
          optional: true,
          first: String(plan.changes.find(({ measureId }) => measureId === id)?.change ?? ''),
        })),
      ]}
      send={(given) =>
        command.run({
          id: plan.id,
          submitted: given.submitted === 'yes',
          authority: given.authority?.trim() || null,
          changes: measures.flatMap(({ id }) =>
            given[id]?.trim() ? [{ measureId: id, change: numberIn(given[id]) }] : [],
          ),
        })
      }
    />
  )
}
