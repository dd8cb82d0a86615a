import { useLazyQuery } from '@apollo/client/react'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { linesIn } from '../../ui/form-dialog'
import { ProblemSummary } from '../../ui/problem-summary'
import { uiWords } from '../../ui/words'
import { RedactDocumentDocument, RedactionPreviewDocument } from './versions.graphql'
import { versionWords } from './words'

/** Takes words out for good: says so, shows where they stand, and asks for the reason. */
export function RedactDialog({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const said = useWords(versionWords)
  const common = useWords(uiWords)
  const refusal = useRefusalWords()
  const [passages, setPassages] = useState('')
  const [reason, setReason] = useState('')
  const [preview, { data }] = useLazyQuery(RedactionPreviewDocument, { fetchPolicy: 'network-only' })
  const command = useCommand(RedactDocumentDocument, {
    what: { en: versionWords.en.redact, cy: versionWords.cy.redact },
    patient: true,
  })
  const redact = async () => {
    const { state } = await command.run({ id: newId(), documentId, passages: linesIn(passages), reason })
    if (state === 'refused') return
    announce(said.redactDone)
    onClose()
  }
  const found = data?.redactionPreview
  return (
    <Dialog title={said.redact} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!command.busy) void redact()
        }}
      >
        <ProblemSummary problems={command.refused ? [{ fieldId: null, words: refusal(command.refused.code) }] : []} />
        <p className="note t-attention">{said.redactMore}</p>
        <TextArea
          id="redact-passages"
          label={said.passages}
          hint={said.passagesHint}
          value={passages}
          onChange={({ target }) => setPassages(target.value)}
        />
        <div className="row">
          <Button
            small
            onClick={() =>
              void preview({ variables: { documentId, passages: linesIn(passages) } }).catch(() => undefined)
            }
          >
            {said.look}
          </Button>
          <span role="status">{found && said.found(said.inText(found.inText), said.inVersions(found.versions))}</span>
        </div>
        <TextArea
          id="redact-reason"
          label={said.reason}
          hint={said.reasonHint}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="row">
          <Button type="submit" weight="go" busy={command.busy}>
            {said.redactGo}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
