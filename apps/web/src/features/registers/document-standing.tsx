import type { LocalText } from '@camau/domain'
import { useState } from 'react'
import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Pill } from '../../ui/status'
import { DocumentDialog, UptakeDialog } from './document-dialogs'
import { documentWords } from './document-words'
import type { DocumentStateFragment } from './registers.graphql'

interface DocumentStandingProps {
  state: DocumentStateFragment
  title: LocalText
  /** Whether the viewer keeps the register. */
  keeps: boolean
}

/** Stage, version, owner, translation, and whether it is in use: publishing is not the end. */
export function DocumentStanding({ state, title, keeps }: DocumentStandingProps) {
  const words = useWords(documentWords)
  const dates = useDates()
  const [asking, setAsking] = useState<'change' | 'uptake' | null>(null)
  const { stage, published, edition, owner, translation, implementation, actions, uptake } = state
  return (
    <>
      <Pill tone={published ? 'done' : 'waiting'}>{words.stages[stage]}</Pill>
      <ul className="meta">
        {edition && (
          <li>
            {words.edition}: <EnglishContent text={edition} />
          </li>
        )}
        {owner && (
          <li>
            {words.owner}: <Content text={owner.label} />
          </li>
        )}
        {translation !== 'NOT_STATED' && (
          <li>
            {words.translation}: {words.translations[translation]}
          </li>
        )}
        {implementation !== 'NONE' && (
          <li>
            {words.implementations[implementation]}:{' '}
            {actions.map(({ id, number, title: named }) => (
              <Link key={id} href={`/actions/${id}`}>
                {number} · <EnglishContent text={named} />
              </Link>
            ))}
          </li>
        )}
        {uptake.map(({ at, text }) => (
          <li key={at}>
            {dates.shortDay(at)}: <EnglishContent text={text} />
          </li>
        ))}
      </ul>
      {keeps && (
        <p className="row no-print">
          <Button small weight="bare" aria-haspopup="dialog" onClick={() => setAsking('change')}>
            {words.change}{' '}
            <span className="hidden">
              <Content text={title} />
            </span>
          </Button>
          {published && (
            <Button small weight="bare" aria-haspopup="dialog" onClick={() => setAsking('uptake')}>
              {words.report}{' '}
              <span className="hidden">
                <Content text={title} />
              </span>
            </Button>
          )}
        </p>
      )}
      {asking === 'change' && <DocumentDialog state={state} title={title} onClose={() => setAsking(null)} />}
      {asking === 'uptake' && <UptakeDialog state={state} title={title} onClose={() => setAsking(null)} />}
    </>
  )
}
