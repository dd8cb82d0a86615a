import { useRecords } from '../../platform/records'
import { OfferedActionDocument } from './actions.graphql'
import { AnswerTransferButtons } from './answer-transfer-buttons'

/** The answer to an offer wherever it is told of: gone when somebody has given it. */
export function AnswerOffer({ actionId }: { actionId: string }) {
  const { data } = useRecords(OfferedActionDocument, { id: actionId })
  return data?.action.transfer ? <AnswerTransferButtons row={data.action} weight="go" /> : null
}
