import type { Viewer } from '@camau/domain'
import type { Connection } from 'mongoose'
import type { Bus } from '../../platform/bus.js'
import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import type { Feature } from '../../platform/feature.js'
import { createKeeper } from '../../platform/keep-record.js'
import { inOrder } from '../../platform/loaders.js'
import { createRecordStore } from '../../platform/record-store.js'
import { evidencePlace } from '../../platform/register-place.js'
import { storedSource } from '../../platform/search-source.js'
import { findingKind, lessonKind, practiceKind } from './evidence.kinds.js'
import {
  EvidenceGapsResolver,
  FindingResolver,
  findingType,
  GoodPracticeResolver,
  LessonResolver,
  lessonType,
  practiceType,
} from './evidence.resolver.js'
import type { EvidenceNeeds } from './evidence-needs.js'

interface Needs extends Pick<EvidenceNeeds, 'knownActions' | 'knownDecisions'> {
  db: Connection
  bus: Bus
  now: () => Date
  command: Command
  directory: Directory
  actionIdsOf: (viewer: Viewer) => Promise<readonly string[]>
}

/** What is known and learned: findings, lessons, and practice worth spreading. */
export function createEvidence(needs: Needs): Feature {
  const findings = createRecordStore(needs, findingKind)
  const lessons = createRecordStore(needs, lessonKind)
  const practices = createRecordStore(needs, practiceKind)
  const all = {
    ...needs,
    findings: createKeeper({ ...needs, store: findings, place: evidencePlace }),
    lessons: createKeeper({ ...needs, store: lessons, place: evidencePlace }),
    practices: createKeeper({ ...needs, store: practices, place: evidencePlace }),
  }
  return {
    resolvers: [
      new FindingResolver(all, findings),
      new EvidenceGapsResolver(findings, needs.actionIdsOf),
      new LessonResolver(all, lessons),
      new GoodPracticeResolver(all, practices),
    ],
    sources: {
      async Finding(viewer, ids) {
        return inOrder(ids, (await findings.list(viewer)).map(findingType), ({ id }) => id)
      },
      async Lesson(viewer, ids) {
        return inOrder(ids, (await lessons.list(viewer)).map(lessonType), ({ id }) => id)
      },
      async GoodPractice(viewer, ids) {
        return inOrder(ids, (await practices.list(viewer)).map(practiceType), ({ id }) => id)
      },
    },
    search: [
      storedSource('Finding', findings, ({ text, sourceLine, population }) => [text, sourceLine, population]),
      storedSource('Lesson', lessons, ({ session, topic, text, authority }) => [topic, text, session, authority]),
      storedSource('GoodPractice', practices, ({ title, text, area, authority }) => [title, text, area, authority]),
    ],
  }
}
