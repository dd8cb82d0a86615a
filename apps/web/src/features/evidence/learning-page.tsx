import { useState } from 'react'
import { newId, useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { FormDialog } from '../../ui/form-dialog'
import { Register } from '../../ui/register'
import { EmptyState } from '../../ui/states'
import { Unset } from '../../ui/status'
import { AddLessonDocument, LessonsDocument } from './evidence.graphql'
import { evidenceWords } from './words'
import { usePlaceField } from './written-places'

/** The learning log: every word of a lesson can be looked for, across authorities. */
export function LearningPage() {
  const words = useWords(evidenceWords)
  const dates = useDates()
  const { data, trouble, retry } = useRecords(LessonsDocument)
  useRoom('programme', { onLists: retry })
  const place = usePlaceField()
  const [adding, setAdding] = useState(false)
  const add = place && (
    <Button icon="plus" aria-haspopup="dialog" onClick={() => setAdding(true)}>
      {words.addLesson}
    </Button>
  )
  const said = (text: string | null) => (text ? <EnglishContent text={text} /> : <Unset>{words.notStated}</Unset>)
  return (
    <>
      <Register
        words={words.lessons}
        rows={data?.lessons ?? null}
        trouble={trouble}
        onRetry={retry}
        acts={data && data.lessons.length > 0 && add}
        empty={
          <EmptyState title={words.noLessons} act={add}>
            {words.noLessonsMore}
          </EmptyState>
        }
        text={({ session, topic, text, authority, sharedWith }) =>
          [session, topic, text, authority, ...sharedWith].join(' ')
        }
        columns={[
          {
            head: words.lesson,
            cell: ({ topic, text }) => (
              <>
                <EnglishContent text={text} />
                <p className="meta">
                  <EnglishContent text={topic} />
                </p>
              </>
            ),
          },
          {
            head: words.session,
            cell: ({ session, heldOn }) => (
              <>
                <EnglishContent text={session} />
                <p className="meta">{dates.shortDay(heldOn)}</p>
              </>
            ),
          },
          { head: words.authority, cell: ({ authority }) => said(authority) },
          { head: words.sharedWith, cell: ({ sharedWith }) => said(sharedWith.join(', ')) },
        ]}
      />
      {adding && place && <AddLessonDialog place={place} onClose={() => setAdding(false)} />}
    </>
  )
}

interface AddLessonDialogProps {
  place: NonNullable<ReturnType<typeof usePlaceField>>
  onClose: () => void
}

function AddLessonDialog({ place, onClose }: AddLessonDialogProps) {
  const words = useWords(evidenceWords)
  const command = useCommand(AddLessonDocument, {
    what: { en: evidenceWords.en.addLesson, cy: evidenceWords.cy.addLesson },
  })
  return (
    <FormDialog
      title={words.addLesson}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'session', label: words.session, most: 'title' },
        { name: 'heldOn', label: words.heldOn, kind: 'day' },
        { name: 'topic', label: words.topic, most: 'label' },
        { name: 'text', label: words.lesson, kind: 'text', most: 'decision' },
        { name: 'authority', label: words.authority, most: 'place', optional: true },
        { name: 'sharedWith', label: words.sharedWith, hint: words.sharedHint, kind: 'text', optional: true },
        place,
      ]}
      send={(given) =>
        command.run({
          id: newId(),
          session: given.session ?? '',
          heldOn: given.heldOn ?? '',
          topic: given.topic ?? '',
          text: given.text ?? '',
          authority: given.authority?.trim() || null,
          sharedWith: (given.sharedWith ?? '').split('\n').filter((line) => line.trim()),
          workstreamId: given.workstreamId || null,
        })
      }
    />
  )
}
