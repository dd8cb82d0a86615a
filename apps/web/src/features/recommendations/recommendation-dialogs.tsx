import { newId, useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { dayOf } from '../../platform/dates'
import { useNamed } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import {
  AddRecommendationDocument,
  type RecommendationDelivery,
  type RecommendationLineFragment,
  RecommendationReportsDocument,
  type RecommendationResponse,
  StateRecommendationDocument,
} from './recommendations.graphql'
import { recommendationWords } from './words'

const responses: readonly RecommendationResponse[] = ['NOT_STATED', 'ACCEPTED', 'REJECTED', 'IN_PRINCIPLE']
const deliveries: readonly RecommendationDelivery[] = ['NOT_STATED', 'UNDER_WAY', 'DELIVERED']

/** What a report recommends, in its own words. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(recommendationWords)
  const named = useNamed()
  const { data } = useRecords(RecommendationReportsDocument)
  const command = useCommand(AddRecommendationDocument, {
    what: { en: recommendationWords.en.add, cy: recommendationWords.cy.add },
  })
  if (!data) return null
  const reports = data.publications.map(({ id, title }) => ({ value: id, ...named(title) }))
  return (
    <FormDialog
      title={words.add}
      save={words.save}
      done={words.done}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'report', label: words.report, kind: 'choice', first: reports[0]?.value ?? '', options: reports },
        { name: 'text', label: words.recommendation, kind: 'text', most: 'point' },
      ]}
      send={({ report = '', text = '' }) => command.run({ id: newId(), publicationId: report, text })}
    />
  )
}

/** A dated statement: what was answered, and how far it has come. */
export function StateDialog({ line, onClose }: { line: RecommendationLineFragment; onClose: () => void }) {
  const words = useWords(recommendationWords)
  const command = useCommand(StateRecommendationDocument, {
    what: { en: recommendationWords.en.state, cy: recommendationWords.cy.state },
  })
  const { response, delivery, resolveBy } = line.state
  return (
    <FormDialog
      title={words.state}
      save={words.save}
      done={words.done}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'day', label: words.day, kind: 'day', first: dayOf(new Date()) },
        {
          name: 'response',
          label: words.response,
          kind: 'choice',
          first: response,
          options: responses.map((value) => ({ value, name: words.responses[value] })),
        },
        {
          name: 'resolveBy',
          label: words.resolveBy,
          hint: words.resolveByHint,
          kind: 'day',
          optional: true,
          first: resolveBy ?? '',
        },
        { name: 'reason', label: words.reason, kind: 'text', most: 'reason', optional: true },
        {
          name: 'delivery',
          label: words.delivery,
          kind: 'choice',
          first: delivery,
          options: deliveries.map((value) => ({ value, name: words.deliveries[value] })),
        },
        { name: 'evidence', label: words.evidence, kind: 'text', most: 'evidence', optional: true },
      ]}
      send={(given) =>
        command.run({
          id: line.id,
          day: given.day ?? '',
          response: responses.find((one) => one === given.response) ?? 'NOT_STATED',
          delivery: deliveries.find((one) => one === given.delivery) ?? 'NOT_STATED',
          resolveBy: given.resolveBy || null,
          reason: given.reason || null,
          evidence: given.evidence || null,
        })
      }
    >
      <p>
        <EnglishContent text={line.text} />
      </p>
    </FormDialog>
  )
}
