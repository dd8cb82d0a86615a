import { courses } from '@camau/domain'
import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { graphqlName } from '../../platform/enums'
import { useNamed } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { type AskedOption, FormDialog } from '../../ui/form-dialog'
import { LegacyTargetsDocument, SetLegacyCourseDocument } from './legacy.graphql'
import { lifeWords } from './life-words'

/** What becomes of it, with why and where that is written. */
export function SetCourseDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const words = useWords(lifeWords).course
  const what = { en: `${lifeWords.en.course.title}: ${name}`, cy: `${lifeWords.cy.course.title}: ${name}` }
  const command = useCommand(SetLegacyCourseDocument, { what, patient: true })
  const kinds = courses.map(graphqlName)
  const targets = useTargets(id)
  const send = (given: Readonly<Record<string, string>>) => {
    const course = kinds.find((kind) => kind === given.course) ?? 'CONTINUED'
    const { day = '', reason = '', reference = '', into = '' } = given
    return command.run({ id, course, day, reason, reference: reference || null, intoId: into || null })
  }
  return (
    <FormDialog
      title={words.title}
      save={words.save}
      done={words.done}
      command={command}
      send={send}
      onClose={onClose}
      asked={[
        {
          name: 'course',
          label: words.kind,
          kind: 'choice',
          first: 'CONTINUED',
          options: kinds.map((value) => ({ value, name: words.kinds[value] })),
        },
        { name: 'into', label: words.into, hint: words.intoHint, kind: 'choice', optional: true, options: targets },
        { name: 'day', label: words.day, kind: 'day' },
        { name: 'reason', label: words.reason, kind: 'text', most: 'reason' },
        { name: 'reference', label: words.reference, hint: words.referenceHint, optional: true },
      ]}
    >
      <p className="meta">
        <EnglishContent text={name} />
      </p>
    </FormDialog>
  )
}

/** Every other item and commitment. */
function useTargets(id: string): AskedOption[] {
  const named = useNamed()
  const { data } = useRecords(LegacyTargetsDocument)
  const items = (data?.legacyItems ?? []).map((item) => ({
    value: item.id,
    ...named(item.title, `${item.number} · `),
  }))
  const commitments = (data?.commitments ?? []).map((one) => ({ value: one.id, ...named(one.text) }))
  return [{ value: '', name: '–' }, ...[...items, ...commitments].filter(({ value }) => value !== id)]
}
