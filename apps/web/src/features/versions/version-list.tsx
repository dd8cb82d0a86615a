import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { RefusedLine } from '../../ui/refused-line'
import { Flag } from '../../ui/status'
import { UndoBar } from '../../ui/undo-bar'
import { useVersionName } from './version-name'
import { RestoreVersionDocument, type VersionLineFragment } from './versions.graphql'
import { versionWords } from './words'

const RestoreDialog = lazy(async () => ({ default: (await import('./restore-dialog')).RestoreDialog }))

interface VersionListProps {
  versions: readonly VersionLineFragment[]
  /** Whether the viewer may write in the text, and so bring a version back. */
  writable: boolean
  onRead: (id: string) => void
  onCompare: (id: string) => void
  onDone: () => void
}

/** Every kept version, the newest on top. */
export function VersionList({ versions, writable, onRead, onCompare, onDone }: VersionListProps) {
  const said = useWords(versionWords)
  const [asked, setAsked] = useState<VersionLineFragment | null>(null)
  const [before, setBefore] = useState<string | null>(null)
  const undo = useCommand(RestoreVersionDocument, {
    what: { en: versionWords.en.restore, cy: versionWords.cy.restore },
  })
  return (
    <>
      <ul className="versions" aria-label={said.list}>
        {versions.map((version) => (
          <Line
            key={version.id}
            version={version}
            onRead={() => onRead(version.id)}
            onCompare={() => onCompare(version.id)}
            {...(writable && { onRestore: () => setAsked(version) })}
          />
        ))}
      </ul>
      <Suspense fallback={null}>
        {asked && (
          <RestoreDialog
            version={asked}
            onClose={() => setAsked(null)}
            onDone={(kept) => {
              setAsked(null)
              setBefore(kept)
              onDone()
            }}
          />
        )}
      </Suspense>
      <RefusedLine refused={undo.refused} />
      {before && (
        <UndoBar
          said={said.restored}
          onGone={() => setBefore(null)}
          onUndo={() => {
            setBefore(null)
            void undo.run({ id: before }).then(onDone)
          }}
        />
      )}
    </>
  )
}

interface LineProps {
  version: VersionLineFragment
  onRead: () => void
  onCompare: () => void
  onRestore?: () => void
}

function Line({ version, onRead, onCompare, onRestore }: LineProps) {
  const said = useWords(versionWords)
  const dates = useDates()
  const name = useVersionName()(version)
  const { label, kind, at, by, words, inserted, deleted, redactedAt } = version
  return (
    <li>
      <div>
        <b>{label ? <EnglishContent text={label} /> : said.kinds[kind]}</b>
        <p className="meta">
          <time dateTime={at}>{dates.dateTime(at)}</time> {by && said.by(by.name)}
        </p>
        <p className="meta num">
          {said.words(words)} · {said.came(inserted)} · {said.went(deleted)}
        </p>
        {redactedAt && (
          <Flag tone="attention" icon="attention">
            {said.redacted}
          </Flag>
        )}
      </div>
      <div className="row no-print">
        <Button small aria-label={said.named(said.read, name)} onClick={onRead}>
          {said.read}
        </Button>
        <Button small aria-label={said.named(said.compareNow, name)} onClick={onCompare}>
          {said.compareNow}
        </Button>
        {onRestore && (
          <Button small aria-haspopup="dialog" aria-label={said.named(said.restore, name)} onClick={onRestore}>
            {said.restore}
          </Button>
        )}
      </div>
    </li>
  )
}
