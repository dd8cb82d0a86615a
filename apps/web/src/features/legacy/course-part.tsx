import { courses, whyNotSetCourse } from '@camau/domain'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCommand } from '../../platform/commands'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { graphqlName } from '../../platform/enums'
import { useNamed } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { type AskedOption, FormDialog } from '../../ui/form-dialog'
import { type Handed, heldLegacy } from './held-legacy'
import { type CourseLineFragment, LegacyTargetsDocument, SetLegacyCourseDocument } from './legacy.graphql'
import { lifeWords } from './life-words'

/** What was decided of it, the latest first: continued, merged, replaced or stopped, each with why and where that is written. */
export function CourseLines({ decided }: { decided: readonly CourseLineFragment[] }) {
  return decided.toReversed().map((line) => <CourseLine key={line.id} line={line} />)
}

function CourseLine({ line: { course, day, reason, reference, by, into } }: { line: CourseLineFragment }) {
  const words = useWords(lifeWords).course
  const dates = useDates()
  return (
    <p className="meta course">
      <b>{words.kinds[course]}</b>
      {into && (
        <>
          : <Into into={into} />
        </>
      )}
      {`. ${words.by(dates.day(day), by.name)} `}
      <q>{reason}</q>
      {reference && <cite> {reference}</cite>}
    </p>
  )
}

function Into({ into }: { into: NonNullable<CourseLineFragment['into']> }) {
  if (into.__typename === 'LegacyItem')
    return (
      <Link href={`/legacy/${into.id}`}>
        <Content text={into.title} />
      </Link>
    )
  return (
    <Link href={into.legacyItem ? `/legacy/${into.legacyItem.id}#${into.id}` : `/legacy#${into.id}`}>
      <EnglishContent text={into.text} />
    </Link>
  )
}

/** For those who write in the register, and for the owner. */
export function SetCourseButton({ handed, name }: { handed: Handed; name: string }) {
  const words = useWords(lifeWords).course
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  if (whyNotSetCourse(viewer, heldLegacy(handed))) return null
  return (
    <>
      <Button weight="bare" small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.button}
        <span className="hidden">
          : <EnglishContent text={name} />
        </span>
      </Button>
      {open && <SetCourseDialog id={handed.id} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}

function SetCourseDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
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
