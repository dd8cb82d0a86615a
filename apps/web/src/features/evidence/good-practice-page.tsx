import { may } from '@camau/domain'
import { useState } from 'react'
import { newId, useCommand } from '../../platform/commands'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { FormDialog } from '../../ui/form-dialog'
import { Register } from '../../ui/register'
import { EmptyState } from '../../ui/states'
import { Unset } from '../../ui/status'
import { AddGoodPracticeDocument, GoodPracticesDocument, type PracticeRowFragment } from './evidence.graphql'
import { PublishDialog, ReviewDialog } from './practice-dialogs'
import { evidenceWords } from './words'
import { usePlaceField } from './written-places'

type Asking = { of: PracticeRowFragment; what: 'review' | 'publish' }

/** What works, and where; who answers for it, and when it is looked at again. */
export function GoodPracticePage() {
  const words = useWords(evidenceWords)
  const dates = useDates()
  const { data, trouble, retry } = useRecords(GoodPracticesDocument)
  useRoom('programme', { onLists: retry })
  const publishes = may(useViewer(), 'write', { space: 'publish' })
  const place = usePlaceField()
  const [adding, setAdding] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  const add = place && (
    <Button icon="plus" aria-haspopup="dialog" onClick={() => setAdding(true)}>
      {words.addPractice}
    </Button>
  )
  return (
    <>
      <Register
        words={words.practice}
        rows={data?.goodPractice ?? null}
        trouble={trouble}
        onRetry={retry}
        acts={data && data.goodPractice.length > 0 && add}
        empty={
          <EmptyState title={words.noPractice} act={add}>
            {words.noPracticeMore}
          </EmptyState>
        }
        text={({ title, text, area, authority }) => [title, text, area, authority].join(' ')}
        columns={[
          {
            head: words.title,
            cell: ({ title, text, sourceLine }) => (
              <>
                <EnglishContent text={title} />
                <p className="meta">
                  <EnglishContent text={text} />
                </p>
                <p className="meta">
                  {words.source}: <EnglishContent text={sourceLine} />
                </p>
              </>
            ),
          },
          {
            head: words.area,
            cell: ({ area, authority }) => <EnglishContent text={[area, authority].filter(Boolean).join(', ')} />,
          },
          {
            head: words.owner,
            cell: ({ owner }) => (owner ? <Content text={owner.label} /> : <Unset>{words.notStated}</Unset>),
          },
          {
            head: words.reviewOn,
            cell: ({ reviewOn }) => (reviewOn ? dates.shortDay(reviewOn) : <Unset>{words.notStated}</Unset>),
          },
          {
            head: words.published,
            cell: (practice) => (
              <>
                {practice.audience === 'PUBLIC' ? words.published : words.notPublished}
                {place && (
                  <p className="no-print">
                    <Button small aria-haspopup="dialog" onClick={() => setAsking({ of: practice, what: 'review' })}>
                      {words.setReview}
                    </Button>
                  </p>
                )}
                {publishes && practice.audience !== 'PUBLIC' && (
                  <p className="no-print">
                    <Button small aria-haspopup="dialog" onClick={() => setAsking({ of: practice, what: 'publish' })}>
                      {words.publish}
                    </Button>
                  </p>
                )}
              </>
            ),
          },
        ]}
      />
      {adding && place && <AddPracticeDialog place={place} onClose={() => setAdding(false)} />}
      {asking?.what === 'review' && <ReviewDialog practice={asking.of} onClose={() => setAsking(null)} />}
      {asking?.what === 'publish' && <PublishDialog practice={asking.of} onClose={() => setAsking(null)} />}
    </>
  )
}

interface AddPracticeDialogProps {
  place: NonNullable<ReturnType<typeof usePlaceField>>
  onClose: () => void
}

function AddPracticeDialog({ place, onClose }: AddPracticeDialogProps) {
  const words = useWords(evidenceWords)
  const command = useCommand(AddGoodPracticeDocument, {
    what: { en: evidenceWords.en.addPractice, cy: evidenceWords.cy.addPractice },
  })
  return (
    <FormDialog
      title={words.addPractice}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'title', label: words.title, most: 'title' },
        { name: 'text', label: words.what, kind: 'text', most: 'decision' },
        { name: 'area', label: words.area, most: 'label' },
        { name: 'authority', label: words.authority, most: 'place', optional: true },
        { name: 'sourceLine', label: words.source, hint: words.sourceHint, most: 'title' },
        place,
      ]}
      send={(given) =>
        command.run({
          id: newId(),
          title: given.title ?? '',
          text: given.text ?? '',
          area: given.area ?? '',
          authority: given.authority?.trim() || null,
          sourceLine: given.sourceLine ?? '',
          workstreamId: given.workstreamId || null,
        })
      }
    />
  )
}
