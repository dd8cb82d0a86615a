import { type Comment, commentParts, type Place, whyNotEditComment, whyNotWithdrawComment } from '@camau/domain'
import { useState } from 'react'
import { useCommand } from '../../platform/commands'
import { useDates } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { RefusedLine } from '../../ui/refused-line'
import { CommentForm } from './comment-form'
import {
  type CommentLineFragment,
  EditCommentDocument,
  ResolveCommentDocument,
  WithdrawCommentDocument,
} from './comments.graphql'
import type { Mentionable } from './mention-text'
import { toNames } from './mention-text'
import { mentionOwner, useMentionName } from './owner-name'
import { commentWords } from './words'

interface CommentLineProps {
  comment: CommentLineFragment
  place: Place
  mayComment: boolean
}

/** One comment, with what its reader may do to it. */
export function CommentLine({ comment, place, mayComment }: CommentLineProps) {
  const words = useWords(commentWords)
  const dates = useDates()
  const viewer = useViewer()
  const [editing, setEditing] = useState(false)
  const nameOf = useMentionName(comment.mentions)
  const withdraw = useCommand(WithdrawCommentDocument, said('withdraw'))
  const resolve = useCommand(ResolveCommentDocument, said('resolve'))
  const { id, text, author, at, earlier, withdrawnBy, resolvedAt, resolvedBy } = comment
  const held = { record: recordOf(comment), place, owner: null }
  if (withdrawnBy)
    return (
      <li>
        <p className="meta">
          <b>{author.name}</b> · {dates.dateTime(at)} · {words.withdrawn(withdrawnBy.name)}
        </p>
      </li>
    )
  const last = earlier.at(-1)
  return (
    <li className={resolvedAt ? 'settled' : undefined}>
      <p className="meta">
        <b>{author.name}</b> · {dates.dateTime(at)}
        {last && ` · ${words.edited(dates.dateTime(last.until))}`}
        {resolvedBy && ` · ${words.settled(resolvedBy.name)}`}
      </p>
      {editing ? (
        <EditForm comment={comment} onDone={() => setEditing(false)} />
      ) : (
        <p className="said">
          {commentParts(text).map((part, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their place.
            'words' in part ? <span key={index}>{part.words}</span> : <b key={index}>@{nameOf(part.mention)}</b>,
          )}
        </p>
      )}
      {earlier.length > 0 && !editing && (
        <details>
          <summary className="meta">{words.before}</summary>
          {earlier.map(({ text: before, until }) => (
            <p key={until} className="quiet">
              {toNames(before, nameOf)}
            </p>
          ))}
        </details>
      )}
      {!editing && (
        <div className="row no-print">
          {whyNotEditComment(viewer, held) === null && (
            <Button weight="bare" small onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
          )}
          {mayComment && (
            <Button
              weight="bare"
              small
              busy={resolve.busy}
              onClick={() => void resolve.run({ id, resolved: !resolvedAt })}
            >
              {resolvedAt ? words.reopen : words.resolve}
            </Button>
          )}
          {whyNotWithdrawComment(viewer, held) === null && (
            <Button weight="bare" small busy={withdraw.busy} onClick={() => void withdraw.run({ id })}>
              {words.withdraw}
            </Button>
          )}
        </div>
      )}
      <RefusedLine refused={resolve.refused ?? withdraw.refused} />
    </li>
  )
}

function EditForm({ comment, onDone }: { comment: CommentLineFragment; onDone: () => void }) {
  const words = useWords(commentWords)
  const nameOf = useMentionName(comment.mentions)
  const edit = useCommand(EditCommentDocument, { ...said('edit'), patient: true })
  const mentions: Mentionable[] = comment.mentions.flatMap((one) => {
    const owner = mentionOwner(one)
    return owner.kind === 'body' ? [] : [{ name: nameOf(owner), owner }]
  })
  const send = async (text: string) => {
    const { state } = await edit.run({ id: comment.id, text })
    if (state !== 'refused') onDone()
    return state !== 'refused'
  }
  return (
    <CommentForm
      about={{ type: comment.aboutType, id: comment.aboutId }}
      label={words.edit}
      send={words.save}
      first={{ text: toNames(comment.text, nameOf), mentions }}
      command={edit}
      onSend={send}
    >
      <Button weight="bare" onClick={onDone}>
        {words.cancel}
      </Button>
    </CommentForm>
  )
}

const said = (verb: 'edit' | 'withdraw' | 'resolve') => ({
  what: {
    en: `${commentWords.en[verb]}: ${commentWords.en.title}`,
    cy: `${commentWords.cy[verb]}: ${commentWords.cy.title}`,
  },
})

/** As the rules take it. */
function recordOf({ id, aboutType, aboutId, text, author, at, withdrawnAt }: CommentLineFragment): Comment {
  return {
    id,
    about: { type: aboutType, id: aboutId },
    text,
    authorId: author.id,
    at: new Date(at),
    earlier: [],
    withdrawn: withdrawnAt ? { at: new Date(withdrawnAt), personId: '' } : null,
    resolved: null,
  }
}
