import { useParams } from 'wouter'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { BodyGroups } from './body-groups'
import { BodyLifeDocument } from './body-life.graphql'
import { BodyLifeButtons } from './body-life-buttons'
import { BodyLifeList } from './body-life-list'
import { BodySectors } from './body-sectors'
import { BodyTerms } from './body-terms'
import './body-more.css'

/** A body's life, its groups, its terms and the sectors of its people. Loaded after its page stands. */
export function BodyMore() {
  const { id } = useParams<{ id: string }>()
  const { data, retry } = useRecords(BodyLifeDocument, { id })
  const body = data?.body
  useRoom(body ? `body:${body.id}` : null, { onLists: retry })
  // What a group does is told in its own room and in the programme's: its parent's sum follows the latter.
  useRoom(body && body.children.length > 0 ? 'programme' : null, { onLists: retry })
  if (!body) return null
  return (
    <div className="pad body-more">
      <BodyLifeButtons body={body} />
      <BodyGroups body={body} />
      <BodyTerms body={body} />
      <BodySectors body={body} />
      <BodyLifeList body={body} />
    </div>
  )
}
