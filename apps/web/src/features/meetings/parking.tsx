import { limits } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { UndoBar } from '../../ui/undo-bar'
import { AddItem } from './add-item'
import type { BodyThatMeets } from './body-that-meets'
import { businessWords } from './business-words'
import { AddParkedItemDocument, ClearParkingListDocument, RestoreParkedItemsDocument } from './meetings.graphql'
import { seriesWords } from './series-words'

/** What waits for a meeting of the body: left by an earlier one, or parked. Clearing can be taken back for thirty days. */
export function Parking({ body, mayPrepare }: { body: BodyThatMeets; mayPrepare: boolean }) {
  const said = useWords(seriesWords)
  const business = useWords(businessWords)
  const refusal = useRefusalWords()
  const add = useCommand(AddParkedItemDocument, { what: { en: seriesWords.en.parkNew, cy: seriesWords.cy.parkNew } })
  const { clear, restore, cleared, letGo, refused } = useClearing(body.id)
  const parked = body.openMatters.filter(({ ref }) => ref.meetingId === null).map(({ ref }) => ref.itemId)
  if (!mayPrepare && body.openMatters.length === 0) return null
  return (
    <section aria-labelledby="body-parking">
      <h2 id="body-parking">{said.parking}</h2>
      {body.openMatters.length === 0 && <p className="quiet">{said.parkingNone}</p>}
      <ul className="list">
        {body.openMatters.map(({ ref, title }) => (
          <li key={ref.itemId}>
            <EnglishContent text={title} />
            <p className="meta">{ref.meetingId ? business.fromMeeting : business.parked}</p>
          </li>
        ))}
      </ul>
      {refused && <p className="s-late flag">{refusal(refused.code)}</p>}
      {mayPrepare && (
        <div className="agenda-add">
          <AddItem
            open={said.parkNew}
            onAdd={async (title, minutes) => {
              const result = await add.run({ id: newId(), bodyId: body.id, title, minutes })
              return result.state !== 'refused'
            }}
          />
          {parked.length > 0 && (
            <Button weight="bare" small onClick={() => clear(parked)}>
              {said.clear}
            </Button>
          )}
        </div>
      )}
      {mayPrepare && <Removed body={body} onRestore={(id) => restore([id])} />}
      {cleared && <UndoBar said={said.cleared(cleared.length)} onUndo={() => restore(cleared)} onGone={letGo} />}
    </section>
  )
}

function Removed({ body, onRestore }: { body: BodyThatMeets; onRestore: (id: string) => void }) {
  const said = useWords(seriesWords)
  const since = Date.now() - limits.parkingUndo
  const removed = body.parkedItems.filter(({ removedAt }) => removedAt && Date.parse(removedAt) > since)
  if (removed.length === 0) return null
  return (
    <details>
      <summary>{said.removed}</summary>
      <ul className="list">
        {removed.map(({ id, title }) => (
          <li key={id} className="row spread">
            <EnglishContent text={title} />
            <Button weight="bare" small onClick={() => onRestore(id)}>
              {said.restore(title)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function useClearing(bodyId: string) {
  const said = useWords(seriesWords)
  const [cleared, setCleared] = useState<readonly string[] | null>(null)
  const clearing = useCommand(ClearParkingListDocument, {
    what: { en: seriesWords.en.clear, cy: seriesWords.cy.clear },
  })
  const restoring = useCommand(RestoreParkedItemsDocument, {
    what: { en: seriesWords.en.restored, cy: seriesWords.cy.restored },
  })
  const clear = (ids: readonly string[]) =>
    void clearing.run({ bodyId, ids: [...ids] }).then(({ state }) => state !== 'refused' && setCleared(ids))
  const restore = (ids: readonly string[]) => {
    setCleared(null)
    void restoring.run({ bodyId, ids: [...ids] }).then(({ state }) => state !== 'refused' && announce(said.restored))
  }
  const [letGo] = useState(() => () => setCleared(null))
  return { clear, restore, cleared, letGo, refused: clearing.refused ?? restoring.refused }
}
