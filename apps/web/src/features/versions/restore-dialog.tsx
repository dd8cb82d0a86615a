import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ProblemSummary } from '../../ui/problem-summary'
import { uiWords } from '../../ui/words'
import { useVersionName } from './version-name'
import { RestoreVersionDocument, type VersionLineFragment } from './versions.graphql'
import { versionWords } from './words'

interface RestoreDialogProps {
  version: VersionLineFragment
  onClose: () => void
  /** With the version that was kept just before; null while it waits for the line. */
  onDone: (before: string | null) => void
}

/** Says what bringing a version back does, before it does it. */
export function RestoreDialog({ version, onClose, onDone }: RestoreDialogProps) {
  const said = useWords(versionWords)
  const common = useWords(uiWords)
  const refusal = useRefusalWords()
  const name = useVersionName()(version)
  const command = useCommand(RestoreVersionDocument, {
    what: { en: versionWords.en.restore, cy: versionWords.cy.restore },
    patient: true,
  })
  const restore = async () => {
    const result = await command.run({ id: version.id })
    if (result.state === 'refused') return
    announce(said.restored)
    onDone(result.state === 'done' ? result.data.restoreVersion.id : null)
  }
  return (
    <Dialog title={said.restoreTitle} onClose={onClose}>
      <ProblemSummary problems={command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []} />
      <p>
        <b>{name}</b>
      </p>
      <p>{said.restoreMore}</p>
      <div className="row">
        <Button weight="go" busy={command.busy} onClick={() => void restore()}>
          {said.restoreGo}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </Dialog>
  )
}
