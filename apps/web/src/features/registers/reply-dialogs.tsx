import { useState } from 'react'
import { useLocation } from 'wouter'
import { newId, useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import { type Asked, FormDialog, linesIn } from '../../ui/form-dialog'
import { Points } from './letter-parts'
import { letterWords } from './letter-words'
import { DraftReplyDocument, type LetterLineFragment, type LetterQuery, ReviseLetterDocument } from './letters.graphql'
import { useQuestionsBetween } from './questions-between'
import { registerWords } from './words'

type Letter = LetterQuery['letter']

/** Begins a reply to one letter or several, in the language of the first; it is sent once it is signed off. */
export function ReplyDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const words = useWords(letterWords)
  const said = useWords(registerWords)
  const [, navigate] = useLocation()
  const command = useCommand(DraftReplyDocument, { what: { en: letterWords.en.reply, cy: letterWords.cy.reply } })
  const questions = useQuestionsBetween(letter.from?.id, letter.to?.id, [letter.id])
  if (!questions) return null
  return (
    <FormDialog
      title={words.reply}
      save={words.saveDraft}
      done={words.done.drafted}
      command={command}
      onClose={onClose}
      asked={[
        answersTo(words, questions, [letter.id]),
        { name: 'answers', label: said.answers, hint: words.oneEach, kind: 'text', optional: true },
      ]}
      send={async ({ to, answers }) => {
        const id = newId()
        // The letter in whose language it is written comes first.
        const others = linesIn(to).filter((one) => one !== letter.id)
        const sent = await command.run({ id, replyToIds: [letter.id, ...others], answers: linesIn(answers) })
        if (sent.state === 'done') navigate(`/correspondence/${id}`)
        return sent
      }}
    >
      {letter.language && <p>{words.replyLanguage(words.languages[letter.language])}</p>}
      <Points points={letter.asks} />
    </FormDialog>
  )
}

interface ReviseLetterDialogProps {
  letter: Letter
  /** Somebody else was quicker: the letter is read again. */
  onChanged: () => void
  onClose: () => void
}

/** A draft in other words. What somebody else wrote meanwhile is shown first, and written over only then. */
export function ReviseLetterDialog({ letter, onChanged, onClose }: ReviseLetterDialogProps) {
  const words = useWords(letterWords)
  const said = useWords(registerWords)
  const [opened] = useState(letter)
  const [overtaken, setOvertaken] = useState(false)
  const command = useCommand(ReviseLetterDocument, { what: { en: letterWords.en.revise, cy: letterWords.cy.revise } })
  const answered = opened.repliesTo.map(({ id }) => id)
  const questions = useQuestionsBetween(letter.to?.id, letter.from?.id, answered)
  if (!questions) return null
  return (
    <FormDialog
      title={words.revise}
      save={words.saveDraft}
      done={words.done.drafted}
      command={overtaken ? { ...command, refused: null } : command}
      onClose={onClose}
      asked={[
        { name: 'subject', label: said.subject, most: 'title', first: opened.subject },
        {
          name: 'answers',
          label: said.answers,
          hint: words.oneEach,
          kind: 'text',
          optional: true,
          first: opened.answers.join('\n'),
        },
        { name: 'due', label: words.due, kind: 'day', optional: true, first: opened.due ?? '' },
        answersTo(words, questions, answered),
      ]}
      send={async ({ subject = '', answers, due, to }) => {
        const written = { subject, answers: linesIn(answers), due: due || null, replyToIds: linesIn(to) }
        const basedOn = (overtaken ? letter : opened).version
        const sent = await command.run({ id: letter.id, basedOn, ...written })
        const late = sent.state === 'refused' && sent.refused.code === 'changed-since'
        setOvertaken(late)
        if (late) onChanged()
        return sent
      }}
    >
      {overtaken && <Overtaken letter={letter} />}
      <Points points={questions.filter(({ id }) => answered.includes(id)).flatMap(({ asks }) => asks)} />
    </FormDialog>
  )
}

function Overtaken({ letter: { subject, answers } }: { letter: Letter }) {
  const words = useWords(letterWords)
  return (
    <div className="note" role="alert">
      <p>{words.nowReads}</p>
      <p>
        <EnglishContent text={subject} />
      </p>
      <Points points={answers} />
      <p>{words.keepMine}</p>
    </div>
  )
}

/** Which letters it answers; the subject of each beside its number. */
function answersTo(
  words: Record<'answersToo' | 'answersTooHint', string>,
  questions: readonly LetterLineFragment[],
  answered: readonly string[],
): Asked {
  return {
    name: 'to',
    label: words.answersToo,
    hint: words.answersTooHint,
    kind: 'several',
    first: answered.join('\n'),
    options: questions.map(({ id, ref, subject }) => ({
      value: id,
      name: ref ? `${ref}: ${subject}` : subject,
      lang: 'en',
    })),
  }
}
