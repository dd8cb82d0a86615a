import { newId, useCommand } from '../../platform/commands'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useNamed } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { workAreaWords } from './words'
import {
  ActivateWorkAreaDocument,
  AddProgressPointDocument,
  AdvisoryDecisionsDocument,
  type AreaOfFragment,
  ProposeWorkAreaDocument,
  type WorkAreasQuery,
} from './work-areas.graphql'

interface AreaDialogProps {
  area: AreaOfFragment
  onClose: () => void
}

/** One point of progress, with the person's name and today's date. */
export function AddPointDialog({ area, onClose }: AreaDialogProps) {
  const words = useWords(workAreaWords)
  const what = { en: workAreaWords.en.addPoint, cy: workAreaWords.cy.addPoint }
  const command = useCommand(AddProgressPointDocument, { what })
  return (
    <FormDialog
      title={words.addPoint}
      save={words.save}
      done={words.done.point}
      command={command}
      onClose={onClose}
      asked={[{ name: 'text', label: words.point, hint: words.pointHint, kind: 'text', most: 'point' }]}
      send={({ text = '' }) => command.run({ id: area.id, text })}
    >
      <p>
        <span className="num">{area.number}</span> <Content text={area.title} />
      </p>
    </FormDialog>
  )
}

/** A proposed area becomes one of the programme, with the decision that says so (requirements, row 13). */
export function TakeOnDialog({ area, advisoryId, onClose }: AreaDialogProps & { advisoryId: string }) {
  const named = useNamed()
  const words = useWords(workAreaWords)
  const dates = useDates()
  const { data } = useRecords(AdvisoryDecisionsDocument, { bodyId: advisoryId })
  const command = useCommand(ActivateWorkAreaDocument, {
    what: { en: workAreaWords.en.takeOn, cy: workAreaWords.cy.takeOn },
  })
  const decisions = [...(data?.decisions ?? [])].reverse()
  return (
    <FormDialog
      title={words.takeOn}
      save={words.takeOn}
      done={words.done.takenOn}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'decisionId',
          label: words.theDecision,
          hint: words.decisionHint,
          kind: 'choice',
          options: [
            { value: '', name: words.choose },
            ...decisions.map(({ id, number, text, date }) => ({
              value: id,
              ...named(text, `${number} · ${date ? `${dates.shortDay(date)} · ` : ''}`),
            })),
          ],
        },
      ]}
      send={({ decisionId }) => command.run({ id: area.id, decisionId: decisionId || null })}
    >
      <p>
        <span className="num">{area.number}</span> <Content text={area.title} />
      </p>
    </FormDialog>
  )
}

interface ProposeAreaDialogProps {
  workstreams: WorkAreasQuery['workstreams']
  phases: WorkAreasQuery['phases']
  onClose: () => void
}

/** A new area for a workstream the person writes in, in a phase that is open. */
export function ProposeAreaDialog({ workstreams, phases, onClose }: ProposeAreaDialogProps) {
  const words = useWords(workAreaWords)
  const named = useNamed()
  const what = { en: workAreaWords.en.propose, cy: workAreaWords.cy.propose }
  const command = useCommand(ProposeWorkAreaDocument, { what })
  const [first] = workstreams
  const [phase] = phases
  return (
    <FormDialog
      title={words.propose}
      save={words.save}
      done={words.done.proposed}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'en', label: words.titleEn, most: 'title', optional: true },
        { name: 'cy', label: words.titleCy, most: 'title', optional: true },
        {
          name: 'workstreamId',
          label: words.workstream,
          kind: 'choice',
          first: first?.id ?? '',
          options: workstreams.map(({ id, number }) => ({ value: id, name: words.workstreamNumber(number) })),
        },
        {
          name: 'phaseId',
          label: words.phase,
          kind: 'choice',
          first: phase?.id ?? '',
          options: phases.map(({ id, title }) => ({ value: id, ...named(title) })),
        },
        { name: 'strandNumber', label: words.strand, kind: 'number', optional: true },
      ]}
      send={({ en, cy, workstreamId = '', phaseId = '', strandNumber }) =>
        command.run({
          id: newId(),
          title: { en: en || null, cy: cy || null },
          workstreamId,
          phaseId,
          strandNumber: strandNumber ? Number(strandNumber) : null,
        })
      }
    />
  )
}
