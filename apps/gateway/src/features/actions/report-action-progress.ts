import { fitting, reportProgress, type Viewer, whyNotReport } from '@camau/domain'
import type { ReportActionProgressInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import { type ActionNeeds, changeAction } from './change-action.js'

/** The owner says how it goes. */
export function reportActionProgress(
  needs: ActionNeeds,
  viewer: Viewer,
  input: ReportActionProgressInput,
): Promise<StoredAction> {
  return changeAction(needs, viewer, 'reportActionProgress', input, {
    guards: 'status',
    byOwner: true,
    whyNot: whyNotReport,
    change: (held, at) => reportProgress(viewer, held, fitting('progress', input.text), at),
  })
}
