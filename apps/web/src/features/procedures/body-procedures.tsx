import { Link, useParams } from 'wouter'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { ProcedureItem } from './procedure-item'
import { BodyProceduresDocument } from './procedures.graphql'
import { words } from './words'

/** What was put to a body's members in writing, the latest first; nothing where nothing was. */
export function BodyProcedures() {
  const { id = '' } = useParams<{ id: string }>()
  const said = useWords(words)
  const { data, retry } = useRecords(BodyProceduresDocument, { bodyId: id })
  useRoom(data ? `body:${id}` : null, { onLists: retry })
  if (!data || data.procedures.length === 0) return null
  return (
    <section className="pad">
      <details className="body-about">
        <summary>
          {said.title} <span className="num">{data.procedures.length}</span>
        </summary>
        <ul className="list">
          {data.procedures.map((procedure) => (
            <ProcedureItem key={procedure.id} procedure={procedure} />
          ))}
        </ul>
        <p>
          <Link href="/procedures">{said.all}</Link>
        </p>
      </details>
    </section>
  )
}
