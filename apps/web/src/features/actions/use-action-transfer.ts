import type { LogRow } from './action-status'
import {
  AcceptActionTransferDocument,
  DeclineActionTransferDocument,
  ProposeActionTransferDocument,
  WithdrawActionTransferDocument,
} from './actions.graphql.js'
import { useStep } from './use-step'

/** Going to another body: offered here, answered there. */
export function useActionTransfer(row: LogRow) {
  const offer = useStep(ProposeActionTransferDocument, { row, verb: 'transfer' })
  const accept = useStep(AcceptActionTransferDocument, { row, verb: 'accept-transfer' })
  const decline = useStep(DeclineActionTransferDocument, { row, verb: 'decline-transfer' })
  const withdraw = useStep(WithdrawActionTransferDocument, { row, verb: 'withdraw-transfer' })
  return {
    offer: (bodyId: string, reason: string) => offer.run({ bodyId, reason }),
    accept: () => accept.run({}),
    decline: (reason: string) => decline.run({ reason }),
    withdraw: () => withdraw.run({}),
    busy: accept.busy || withdraw.busy,
  }
}
