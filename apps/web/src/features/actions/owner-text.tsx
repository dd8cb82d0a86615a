import { Content } from '../../platform/content'
import { useWords } from '../../platform/words'
import { Unset } from '../../ui/status'
import type { LogRow } from './action-status'
import { logWords } from './words'

/** Who answers for it; “Not stated” is a value, and drawn as one. */
export function OwnerText({ owner, waiting = false }: { owner: LogRow['owner']; waiting?: boolean }) {
  const words = useWords(logWords)
  if (!owner) return <Unset>{words.notStated}</Unset>
  return (
    <>
      <Content text={owner.label} />
      {waiting && (
        <>
          <br />
          <span className="meta">{words.ownerAsked}</span>
        </>
      )}
    </>
  )
}
