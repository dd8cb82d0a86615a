import { newId, useCommand } from '../../platform/commands'
import { useNamed } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { FormDialog, linesIn } from '../../ui/form-dialog'
import { letterWords } from './letter-words'
import { LetterPartiesDocument, type LetterQuery, RecordLetterDocument, ShareLetterDocument } from './letters.graphql'
import { registerWords } from './words'

/** Puts a letter or a written question into the register. */
export function RecordLetterDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(letterWords)
  const said = useWords(registerWords)
  const named = useNamed()
  const { data } = useRecords(LetterPartiesDocument)
  const command = useCommand(RecordLetterDocument, { what: { en: letterWords.en.record, cy: letterWords.cy.record } })
  const bodies = (data?.bodies ?? []).map(({ id, name }) => ({ value: id, ...named(name) }))
  if (!data) return null
  return (
    <FormDialog
      title={words.record}
      save={words.save}
      done={words.done.recorded}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'kind',
          label: words.kind,
          kind: 'choice',
          first: 'LETTER',
          options: [
            { value: 'LETTER', name: words.letter },
            { value: 'WRITTEN_QUESTION', name: words.question },
          ],
        },
        { name: 'from', label: said.from, kind: 'choice', first: bodies[0]?.value ?? '', options: bodies },
        { name: 'to', label: said.to, kind: 'choice', first: 'body-mag', options: bodies },
        { name: 'date', label: said.date, kind: 'day' },
        { name: 'ref', label: words.ref, most: 'label', optional: true },
        { name: 'subject', label: said.subject, most: 'title' },
        { name: 'asks', label: said.asks, hint: words.oneEach, kind: 'text', optional: true },
        { name: 'due', label: words.due, kind: 'day', optional: true },
        {
          name: 'language',
          label: words.language,
          hint: words.languageHint,
          kind: 'choice',
          optional: true,
          options: [
            { value: '', name: said.notStated },
            { value: 'CY', name: words.languages.CY },
            { value: 'EN', name: words.languages.EN },
          ],
        },
      ]}
      send={({ kind, from = '', to = '', date = '', ref, subject = '', asks, due, language }) =>
        command.run({
          id: newId(),
          kind: kind === 'WRITTEN_QUESTION' ? 'WRITTEN_QUESTION' : 'LETTER',
          fromBodyId: from,
          toBodyId: to,
          date,
          subject,
          ref: ref || null,
          asks: linesIn(asks),
          due: due || null,
          language: language === 'CY' ? 'CY' : language === 'EN' ? 'EN' : null,
        })
      }
    />
  )
}

interface OfLetterProps {
  letter: LetterQuery['letter']
  onClose: () => void
}

/** Opens a letter that was sent. */
export function ShareDialog({ letter, onClose }: OfLetterProps) {
  const words = useWords(letterWords)
  const command = useCommand(ShareLetterDocument, { what: { en: letterWords.en.share, cy: letterWords.cy.share } })
  const open = letter.audience === 'MEMBER' ? (['SHARED', 'PUBLIC'] as const) : (['PUBLIC'] as const)
  return (
    <FormDialog
      title={words.share}
      save={words.share}
      done={words.done.shared}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'audience',
          label: words.sharing,
          kind: 'choice',
          first: open[0],
          options: open.map((value) => ({ value, name: words.audiences[value] })),
        },
      ]}
      send={({ audience }) => command.run({ id: letter.id, audience: audience === 'SHARED' ? 'SHARED' : 'PUBLIC' })}
    />
  )
}
