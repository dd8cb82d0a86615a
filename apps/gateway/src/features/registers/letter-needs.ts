import { officeFor, type Viewer } from '@camau/domain'
import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { Notify } from '../../platform/notify.js'
import type { RecordStore } from '../../platform/record-store.js'
import type { CorrespondenceRecord } from './correspondence.model.js'
import type { StoredLetter } from './letter.kind.js'
import type { Register } from './register.store.js'

export interface LetterNeeds {
  printed: Register<CorrespondenceRecord>
  letters: RecordStore<StoredLetter>
  command: Command
  directory: Directory
  notify: Notify
  now: () => Date
}

/** The office somebody writes letters by. */
export const letterOffice = (viewer: Viewer) => officeFor(viewer, 'write', { space: 'correspondence' })
