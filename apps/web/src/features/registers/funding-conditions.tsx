import { may } from '@camau/domain'
import { useState } from 'react'
import { newId, useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { FormDialog } from '../../ui/form-dialog'
import { Flag } from '../../ui/status'
import { fundingWords } from './funding-words'
import {
  AddFundingConditionDocument,
  type ConditionRowFragment,
  type FundingLinesQuery,
  MeetFundingConditionDocument,
  SetConditionReviewDocument,
} from './registers.graphql'

type Line = FundingLinesQuery['funding'][number]
type Asking = { what: 'add' } | { what: 'review' | 'meet'; of: ConditionRowFragment }

const looks = { MET: ['done', 'tick'], WAITING: ['waiting', 'waiting'], UNMET: ['late', 'attention'] } as const

/** What a line is tied to, and whether that has been seen to hold. */
export function FundingConditions({ line }: { line: Line }) {
  const words = useWords(fundingWords)
  const dates = useDates()
  const watches = may(useViewer(), 'write', { space: 'operational-board' })
  const [asking, setAsking] = useState<Asking | null>(null)
  return (
    <>
      <ul>
        {line.conditions.map((condition) => {
          const { id, text, state, reviewOn, evidence } = condition
          const [tone, icon] = looks[state]
          return (
            <li key={id}>
              <EnglishContent text={text} />
              <p>
                <Flag tone={tone} icon={icon}>
                  {words.states[state]}
                </Flag>
              </p>
              <p className="meta">{reviewOn ? words.reviewOn(dates.shortDay(reviewOn)) : words.noReview}</p>
              {evidence && (
                <p className="meta">
                  <EnglishContent text={words.evidence(evidence)} />
                </p>
              )}
              {watches && state !== 'MET' && (
                <p className="row no-print">
                  <Button small aria-haspopup="dialog" onClick={() => setAsking({ what: 'review', of: condition })}>
                    {words.setReview}
                  </Button>
                  <Button small aria-haspopup="dialog" onClick={() => setAsking({ what: 'meet', of: condition })}>
                    {words.meet}
                  </Button>
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {watches && (
        <p className="no-print">
          <Button small weight="bare" aria-haspopup="dialog" onClick={() => setAsking({ what: 'add' })}>
            {words.add}{' '}
            <span className="hidden">
              <EnglishContent text={line.title} />
            </span>
          </Button>
        </p>
      )}
      {asking?.what === 'add' && <AddDialog line={line} onClose={() => setAsking(null)} />}
      {asking?.what === 'review' && <ReviewDialog condition={asking.of} onClose={() => setAsking(null)} />}
      {asking?.what === 'meet' && <MeetDialog condition={asking.of} onClose={() => setAsking(null)} />}
    </>
  )
}

const named = (key: 'add' | 'setReview' | 'meet') => ({ what: { en: fundingWords.en[key], cy: fundingWords.cy[key] } })

function AddDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const words = useWords(fundingWords)
  const command = useCommand(AddFundingConditionDocument, named('add'))
  return (
    <FormDialog
      title={words.add}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'text', label: words.text, kind: 'text', most: 'reason' },
        { name: 'reviewOn', label: words.review, kind: 'day' },
      ]}
      send={({ text = '', reviewOn = '' }) => command.run({ id: newId(), fundingId: line.id, text, reviewOn })}
    />
  )
}

interface ConditionDialogProps {
  condition: ConditionRowFragment
  onClose: () => void
}

function ReviewDialog({ condition, onClose }: ConditionDialogProps) {
  const words = useWords(fundingWords)
  const command = useCommand(SetConditionReviewDocument, named('setReview'))
  return (
    <FormDialog
      title={words.setReview}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[{ name: 'reviewOn', label: words.review, kind: 'day', first: condition.reviewOn ?? '' }]}
      send={({ reviewOn = '' }) => command.run({ id: condition.id, reviewOn })}
    />
  )
}

function MeetDialog({ condition, onClose }: ConditionDialogProps) {
  const words = useWords(fundingWords)
  const command = useCommand(MeetFundingConditionDocument, named('meet'))
  return (
    <FormDialog
      title={words.meet}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[{ name: 'evidence', label: words.meetEvidence, kind: 'text', most: 'evidence' }]}
      send={({ evidence = '' }) => command.run({ id: condition.id, evidence })}
    />
  )
}
