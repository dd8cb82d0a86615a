import type { Viewer } from '@camau/domain'
import type { Connection } from 'mongoose'
import type { LiveDocument } from '../../live/live-document.js'
import { inParts } from '../../platform/breathe.js'
import type { Bus } from '../../platform/bus.js'
import type { Command, Project, Transaction } from '../../platform/command.js'
import { nextNumber } from '../../platform/counters.js'
import type { Directory } from '../../platform/directory.js'
import type { Feature } from '../../platform/feature.js'
import { inOrder } from '../../platform/loaders.js'
import type { Notify } from '../../platform/notify.js'
import { actionDocument } from './action.document.js'
import type { StoredAction } from './action.model.js'
import { ActionResolver } from './action.resolver.js'
import { actionType } from './action.shape.js'
import { type ActionStore, actionStore } from './action.store.js'
import { ActionBatchResolver } from './action-batch.resolver.js'
import {
  AcceptanceResolver,
  ActionFieldsResolver,
  EarlierDueResolver,
  EarlierOwnerResolver,
  OriginResolver,
  ProgressNoteResolver,
} from './action-fields.resolver.js'
import { ActionLifeResolver } from './action-life.resolver.js'
import {
  ActionAsAtResolver,
  ActionLifeFieldsResolver,
  DeclinedTransferResolver,
  EarlierBodyResolver,
  StatusChangeResolver,
  TransferResolver,
} from './action-life-fields.resolver.js'
import {
  BodyActionsResolver,
  BodySlippageResolver,
  LetterActionsResolver,
  MeetingActionsResolver,
  PublicationActionsResolver,
  ViewerActionsResolver,
} from './action-places.resolver.js'
import { ActionRestrictionResolver, BodyRestrictionResolver } from './action-restriction.resolver.js'
import type { ListActionsNeeds } from './list-actions.js'
import { type ProposeActionNeeds, proposeWithin } from './propose-action.js'

export interface ActionsFeatureNeeds {
  db: Connection
  bus: Bus
  command: Command
  project: Project
  directory: Directory
  notify: Notify
  now: () => Date
  blocked: ListActionsNeeds['blocked']
  openBlockers: ProposeActionNeeds['openBlockers']
  tellWaiting: ProposeActionNeeds['tellWaiting']
  bodyOfMeeting: ProposeActionNeeds['bodyOfMeeting']
}

export interface ActionsFeature extends Feature {
  /** Raises an action as part of another command. */
  propose: (tx: Transaction, viewer: Viewer, input: Parameters<typeof proposeWithin>[3]) => Promise<StoredAction>
  actions: ActionStore
  document: LiveDocument
}

/** The store is made first: other features need it to say what blocks and what a meeting raised. */
export function createActions(needs: ActionsFeatureNeeds & { actions: ActionStore }): ActionsFeature {
  const { db, actions, directory, now } = needs
  const all = {
    ...needs,
    nextNumber: ({ session }: { session: Parameters<typeof nextNumber>[1] }) => nextNumber(db, session, 'actions'),
  }
  return {
    actions,
    propose: (tx, viewer, input) => proposeWithin(all, tx, viewer, input),
    document: actionDocument(actions, needs.project),
    resolvers: [
      new ActionResolver(all),
      new ActionBatchResolver(all),
      new ActionRestrictionResolver(all),
      new BodyRestrictionResolver(all),
      new ActionLifeResolver(all),
      new ActionFieldsResolver(),
      new ActionLifeFieldsResolver(all),
      new StatusChangeResolver(),
      new EarlierBodyResolver(),
      new TransferResolver(),
      new DeclinedTransferResolver(),
      new ActionAsAtResolver(),
      new AcceptanceResolver(),
      new EarlierOwnerResolver(),
      new EarlierDueResolver(),
      new ProgressNoteResolver(),
      new OriginResolver(),
      new BodyActionsResolver(all),
      new BodySlippageResolver(all),
      new LetterActionsResolver(all),
      new PublicationActionsResolver(all),
      new MeetingActionsResolver(all),
      new ViewerActionsResolver(all),
    ],
    sources: {
      async Action(viewer, ids) {
        const names = await directory.now()
        const found = await actions.list(viewer, { ids })
        const at = now()
        const shown = await inParts(found, (part) => part.map(({ record }) => actionType(record, names, at)))
        return inOrder(ids, shown, ({ id }) => id)
      },
    },
  }
}

export { actionStore }
