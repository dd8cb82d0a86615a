import { newId, useCommand } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import type { BodyInLife } from './body-in-life'
import { ProposeBodyDocument } from './body-life.graphql'
import { lifeWords } from './life-words'

/** Sets up a task and finish group under a body: its name, remit and planned end. Somebody who may starts it. */
export function ProposeBodyDialog({ parent, onClose }: { parent: BodyInLife; onClose: () => void }) {
  const words = useWords(lifeWords)
  const command = useCommand(ProposeBodyDocument, { what: { en: lifeWords.en.setUp, cy: lifeWords.cy.setUp } })
  return (
    <FormDialog
      title={words.setUp}
      save={words.save}
      done={words.done.proposed}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'en', label: words.nameEn, most: 'title' },
        { name: 'cy', label: words.nameCy, most: 'title', optional: true },
        { name: 'remit', label: words.remit, hint: words.remitHint, kind: 'text', most: 'remit' },
        { name: 'plannedEnd', label: words.plannedEnd, hint: words.plannedEndHint },
      ]}
      send={({ en = '', cy = '', remit = '', plannedEnd = '' }) =>
        command.run({
          id: newId(),
          kind: 'TASK_AND_FINISH',
          parentId: parent.id,
          name: { en, cy: cy || null },
          remit,
          plannedEnd: plannedEnd.trim(),
        })
      }
    />
  )
}
