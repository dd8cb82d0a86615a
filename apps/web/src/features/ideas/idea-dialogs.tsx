import { newId, useCommand } from '../../platform/commands'
import { useNamed } from '../../platform/named-content'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import {
  type BodyIdeasQuery,
  type IdeaOfFragment,
  PromoteIdeaDocument,
  RaiseIdeaDocument,
  SetIdeaAsideDocument,
} from './ideas.graphql'
import { ideaWords } from './words'

/** Writes an idea or a gap down where it belongs. */
export function RaiseIdeaDialog({ bodyId, onClose }: { bodyId: string; onClose: () => void }) {
  const words = useWords(ideaWords)
  const command = useCommand(RaiseIdeaDocument, { what: { en: ideaWords.en.raise, cy: ideaWords.cy.raise } })
  return (
    <FormDialog
      title={words.raise}
      save={words.save}
      done={words.done.raised}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'kind',
          label: words.kind,
          kind: 'choice',
          first: 'IDEA',
          options: [
            { value: 'IDEA', name: words.kinds.IDEA },
            { value: 'GAP', name: words.kinds.GAP },
          ],
        },
        { name: 'text', label: words.text, kind: 'text', most: 'idea' },
      ]}
      send={({ kind, text = '' }) => command.run({ id: newId(), bodyId, kind: kind === 'GAP' ? 'GAP' : 'IDEA', text })}
    />
  )
}

interface PromoteIdeaDialogProps {
  idea: IdeaOfFragment
  phases: BodyIdeasQuery['phases']
  onClose: () => void
}

/** The idea becomes an action, or a proposed work area of a phase that is open. */
export function PromoteIdeaDialog({ idea, phases, onClose }: PromoteIdeaDialogProps) {
  const words = useWords(ideaWords)
  const named = useNamed()
  const command = useCommand(PromoteIdeaDocument, { what: { en: ideaWords.en.promote, cy: ideaWords.cy.promote } })
  const open = phases.filter(({ status }) => status === 'OPEN')
  const toArea = { value: 'WORK_AREA', name: words.to.WORK_AREA }
  return (
    <FormDialog
      title={words.promote}
      save={words.promote}
      done={words.done.promoted}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'to',
          label: words.becomes,
          kind: 'choice',
          first: 'ACTION',
          options: [{ value: 'ACTION', name: words.to.ACTION }, ...(open.length > 0 ? [toArea] : [])],
        },
        { name: 'title', label: words.workTitle, most: 'title', first: idea.text.slice(0, 300) },
        ...(open.length > 0
          ? [
              {
                name: 'phaseId',
                label: words.phase,
                kind: 'choice' as const,
                first: open[0]?.id ?? '',
                options: open.map(({ id, title }) => ({ value: id, ...named(title) })),
              },
            ]
          : []),
      ]}
      send={({ to, title = '', phaseId }) => {
        const area = to === 'WORK_AREA'
        const given = { id: idea.id, newId: newId(), title }
        return command.run({ ...given, to: area ? 'WORK_AREA' : 'ACTION', phaseId: area ? (phaseId ?? null) : null })
      }}
    />
  )
}

/** Nothing comes of it, and the register says why. */
export function SetAsideDialog({ idea, onClose }: { idea: IdeaOfFragment; onClose: () => void }) {
  const words = useWords(ideaWords)
  const command = useCommand(SetIdeaAsideDocument, { what: { en: ideaWords.en.setAside, cy: ideaWords.cy.setAside } })
  return (
    <FormDialog
      title={words.setAside}
      save={words.setAside}
      done={words.done.setAside}
      command={command}
      onClose={onClose}
      asked={[{ name: 'reason', label: words.reason, kind: 'text', most: 'reason' }]}
      send={({ reason = '' }) => command.run({ id: idea.id, reason })}
    />
  )
}
