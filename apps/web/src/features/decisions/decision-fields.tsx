import { limits } from '@camau/domain'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Field, Select, TextArea } from '../../ui/field'
import type { DecisionDraft, DraftProblem } from './decision-draft'
import { decisionWords } from './decision-words'
import { words } from './words'

interface DecisionFieldsProps {
  draft: DecisionDraft
  onChange: (draft: DecisionDraft) => void
  people: readonly { id: string; name: string }[]
  wrong: DraftProblem | null
}

/** What a decision says: its words, its outcome, who stood behind it, how the vote went, and who did not agree. */
export function DecisionFields({ draft, onChange, people, wrong }: DecisionFieldsProps) {
  const said = useWords(words)
  const more = useWords(decisionWords)
  const problem = useDraftProblem()
  const set = (change: Partial<DecisionDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <TextArea
        id="decision-text"
        label={said.text}
        hint={said.textHint}
        value={draft.text}
        wrong={wrong === 'text' || wrong === 'tooLong' ? problem(wrong) : null}
        onChange={(event) => set({ text: event.target.value })}
      />
      <Select
        label={more.outcome}
        value={draft.outcome}
        onChange={({ target }) => set({ outcome: outcomes.find((one) => one === target.value) ?? '' })}
      >
        {outcomes.map((one) => (
          <option key={one} value={one}>
            {one ? more.outcomes[one] : more.notStated}
          </option>
        ))}
      </Select>
      <PersonChoice
        label={more.proposer}
        people={people}
        value={draft.proposedById}
        onChange={(proposedById) => set({ proposedById })}
      />
      <PersonChoice
        id="decision-seconder"
        label={more.seconder}
        people={people}
        value={draft.secondedById}
        wrong={wrong === 'seconder' ? problem(wrong) : null}
        onChange={(secondedById) => set({ secondedById })}
      />
      <VoteFields draft={draft} set={set} wrong={wrong === 'votes' ? problem(wrong) : null} />
      <DissentFields draft={draft} set={set} people={people} />
    </>
  )
}

const outcomes = ['agreed', 'not-agreed', 'deferred', ''] as const

/** What is wrong with a draft, in words. */
export function useDraftProblem(): (problem: DraftProblem) => string {
  const said = useWords(words)
  const more = useWords(decisionWords)
  return (problem) =>
    ({
      text: said.textNeeded,
      tooLong: said.tooLong(limits.decision),
      seconder: more.sameTwice,
      votes: more.voteWrong,
    })[problem]
}

export const problemField: Record<DraftProblem, string> = {
  text: 'decision-text',
  tooLong: 'decision-text',
  seconder: 'decision-seconder',
  votes: 'decision-votes',
}

interface PersonChoiceProps {
  id?: string
  label: string
  people: DecisionFieldsProps['people']
  value: string
  wrong?: string | null
  /** Instead of "not stated". */
  none?: string
  onChange: (id: string) => void
}

function PersonChoice({ id, label, people, value, wrong, none, onChange }: PersonChoiceProps) {
  const said = useWords(words)
  return (
    <Select
      {...(id && { id })}
      label={label}
      optional
      wrong={wrong}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{none ?? said.nobody}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </Select>
  )
}

interface PartProps {
  draft: DecisionDraft
  set: (change: Partial<DecisionDraft>) => void
}

function VoteFields({ draft: { isVote, votes }, set, wrong }: PartProps & { wrong: string | null }) {
  const said = useWords(decisionWords)
  const names = { for: said.votesFor, against: said.votesAgainst, abstained: said.votesAbstained }
  return (
    <>
      <div className="choices">
        <label>
          <input type="checkbox" checked={isVote} onChange={({ target }) => set({ isVote: target.checked })} />
          <span>{said.byVote}</span>
        </label>
      </div>
      {isVote && (
        <div className="row counted">
          {(['for', 'against', 'abstained'] as const).map((name) => (
            <Field
              key={name}
              {...(name === 'for' && { id: 'decision-votes', wrong })}
              label={names[name]}
              inputMode="numeric"
              maxLength={4}
              autoComplete="off"
              value={votes[name]}
              onChange={(event) => set({ votes: { ...votes, [name]: event.target.value } })}
            />
          ))}
        </div>
      )}
    </>
  )
}

function DissentFields({ draft: { dissent }, set, people }: PartProps & Pick<DecisionFieldsProps, 'people'>) {
  const said = useWords(decisionWords)
  const next = Math.max(0, ...dissent.map(({ key }) => key)) + 1
  const change = (key: number, over: object) =>
    set({ dissent: dissent.map((one) => (one.key === key ? { ...one, ...over } : one)) })
  return (
    <div className="stack">
      {dissent.map(({ key, personId, text }) => (
        <fieldset key={key} className="stack">
          <legend>{said.dissent}</legend>
          <PersonChoice
            label={said.dissentBy}
            people={people}
            none={said.anonymous}
            value={personId}
            onChange={(id) => change(key, { personId: id })}
          />
          <Field
            label={said.dissentText}
            optional
            maxLength={limits.reason}
            value={text}
            onChange={(event) => change(key, { text: event.target.value })}
          />
          <div className="row">
            <Button small onClick={() => set({ dissent: dissent.filter((one) => one.key !== key) })}>
              {said.removeDissent}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="row">
        <Button small icon="plus" onClick={() => set({ dissent: [...dissent, { key: next, personId: '', text: '' }] })}>
          {said.addDissent}
        </Button>
      </div>
    </div>
  )
}
