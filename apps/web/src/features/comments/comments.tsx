import { type CommentedType, type Owner, type Place, whyNotComment } from '@camau/domain'
import { useId } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState } from '../../ui/states'
import { CommentForm } from './comment-form'
import { CommentLine } from './comment-line'
import { AddCommentDocument, CommentsDocument } from './comments.graphql'
import './comments.css'
import { commentWords } from './words'

interface CommentsProps {
  about: { type: CommentedType; id: string }
  /** Where the record stands and who owns it: the rule asks for both. */
  place: Place
  owner: Owner | null
}

/** What people say about a record, and where they say it. */
export function Comments({ about, place, owner }: CommentsProps) {
  const words = useWords(commentWords)
  const viewer = useViewer()
  const { data, trouble, retry } = useRecords(CommentsDocument, { about })
  useRoom('programme', { onLists: retry })
  const add = useCommand(AddCommentDocument, {
    what: { en: commentWords.en.send, cy: commentWords.cy.send },
    patient: true,
  })
  const mayComment = whyNotComment(viewer, place, owner) === null
  const send = async (text: string) => {
    const { state } = await add.run({ id: newId(), about, text })
    if (state === 'done') announce(words.added)
    if (state !== 'refused') retry()
    return state !== 'refused'
  }
  const comments = data?.comments ?? []
  const titleId = useId()
  return (
    <section className="pad comments" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.title}</h2>
      {!data && (trouble ? <ErrorState trouble={trouble} onRetry={retry} /> : <Skeleton rows={2} />)}
      {data && comments.length === 0 && <p className="quiet">{words.none}</p>}
      {comments.length > 0 && (
        <ul>
          {comments.map((comment) => (
            <CommentLine key={comment.id} comment={comment} place={place} mayComment={mayComment} />
          ))}
        </ul>
      )}
      {data && mayComment && (
        <CommentForm about={about} label={words.add} send={words.send} command={add} onSend={send} />
      )}
    </section>
  )
}
