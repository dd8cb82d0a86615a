import { whyNotSetCourse } from '@camau/domain'
import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { DialogButton } from '../../ui/dialog-button'
import { type Handed, heldLegacy } from './held-legacy'
import type { CourseLineFragment } from './legacy.graphql'
import { lifeWords } from './life-words'

const loadDialog = () => import('./set-course-dialog')

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
  if (whyNotSetCourse(viewer, heldLegacy(handed))) return null
  return (
    <DialogButton
      weight="bare"
      small
      load={loadDialog}
      dialog={({ SetCourseDialog }, close) => <SetCourseDialog id={handed.id} name={name} onClose={close} />}
    >
      {words.button}
      <span className="hidden">
        : <EnglishContent text={name} />
      </span>
    </DialogButton>
  )
}
