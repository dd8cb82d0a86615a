import { whyNotDraftTerms, whyNotPublishTerms } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { FormDialog } from '../../ui/form-dialog'
import { Pill } from '../../ui/status'
import type { BodyInLife } from './body-in-life'
import {
  DraftTermsOfReferenceDocument,
  PublishTermsOfReferenceDocument,
  ReviseTermsOfReferenceDocument,
} from './body-life.graphql'
import { heldBody } from './held-body'
import { lifeWords } from './life-words'

type Terms = BodyInLife['terms'][number]

/** The version in force, the draft of the next one for those who see it, and the earlier ones (requirements, row 12). */
export function BodyTerms({ body }: { body: BodyInLife }) {
  const words = useWords(lifeWords)
  const viewer = useViewer()
  const [open, setOpen] = useState<Terms | 'new' | null>(null)
  const held = heldBody(body)
  const versions = body.terms.map(({ state }) => ({ state: state === 'DRAFT' ? 'draft' : 'published' }) as const)
  const mayDraft = whyNotDraftTerms(viewer, held, versions) === null
  const mayRevise = whyNotDraftTerms(viewer, held, []) === null
  if (body.terms.length === 0 && !mayDraft) return null
  const [newest, ...earlier] = body.terms
  return (
    <details className="body-about">
      <summary>
        {words.terms}
        {newest && ` · ${words.version(newest.number)}`}
      </summary>
      {!newest && <p className="quiet">{words.noTerms}</p>}
      {newest && <Version terms={newest} onRevise={mayRevise ? () => setOpen(newest) : null} />}
      {earlier.map((terms) => (
        <details key={terms.id} className="body-about">
          <summary>{words.version(terms.number)}</summary>
          <Version terms={terms} onRevise={null} />
        </details>
      ))}
      {mayDraft && (
        <p className="no-print">
          <Button small aria-haspopup="dialog" onClick={() => setOpen('new')}>
            {words.draftNext}
          </Button>
        </p>
      )}
      {open && <TermsDialog body={body} draft={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </details>
  )
}

function Version({ terms, onRevise }: { terms: Terms; onRevise: (() => void) | null }) {
  const words = useWords(lifeWords)
  const dates = useDates()
  const draft = terms.state === 'DRAFT'
  return (
    <>
      <p className="row meta">
        <span>{words.version(terms.number)}</span>
        {draft ? (
          <Pill tone="proposed">{words.draft}</Pill>
        ) : (
          <span>{terms.publishedAt && words.published(dates.day(terms.publishedAt))}</span>
        )}
        {terms.publishedBy && <span>{terms.publishedBy.name}</span>}
      </p>
      <p className="kept-lines">
        <Content text={terms.text} />
      </p>
      {draft && (
        <div className="row no-print">
          {onRevise && (
            <Button small aria-haspopup="dialog" onClick={onRevise}>
              {words.revise}
            </Button>
          )}
          <PublishButton terms={terms} />
        </div>
      )}
    </>
  )
}

function PublishButton({ terms }: { terms: Terms }) {
  const words = useWords(lifeWords)
  const viewer = useViewer()
  const what = { en: lifeWords.en.publish, cy: lifeWords.cy.publish }
  const command = useCommand(PublishTermsOfReferenceDocument, { what })
  if (whyNotPublishTerms(viewer, { state: 'draft' })) return null
  const publish = async () => {
    const { state } = await command.run({ id: terms.id })
    if (state !== 'refused') announce(words.done.published)
  }
  return (
    <Button small busy={command.busy} onClick={() => void publish()}>
      {words.publish}
    </Button>
  )
}

function TermsDialog({ body, draft, onClose }: { body: BodyInLife; draft: Terms | null; onClose: () => void }) {
  const words = useWords(lifeWords)
  const what = { en: lifeWords.en.draftNext, cy: lifeWords.cy.draftNext }
  const begin = useCommand(DraftTermsOfReferenceDocument, { what })
  const revise = useCommand(ReviseTermsOfReferenceDocument, { what })
  return (
    <FormDialog
      title={draft ? words.revise : words.draftNext}
      save={words.save}
      done={words.done.terms}
      command={draft ? revise : begin}
      onClose={onClose}
      asked={[
        { name: 'en', label: words.textEn, kind: 'text', most: 'terms', optional: true, first: draft?.text.en ?? '' },
        { name: 'cy', label: words.textCy, kind: 'text', most: 'terms', optional: true, first: draft?.text.cy ?? '' },
      ]}
      send={({ en, cy }) => {
        const text = { en: en || null, cy: cy || null }
        return draft ? revise.run({ id: draft.id, text }) : begin.run({ id: newId(), bodyId: body.id, text })
      }}
    />
  )
}
