import type { Feature } from '../../platform/feature.js'
import type { MarkNoticesNeeds } from './mark-notices-read.js'
import { NoticeAboutResolver, NoticeCauseResolver, NoticeResolver, ViewerNoticesResolver } from './notice.resolver.js'

/** The inbox: what happened to whoever is signed in. Lines are written by `notify`, within the commands they follow from. */
export function createNotices(needs: MarkNoticesNeeds): Feature {
  return {
    resolvers: [
      new NoticeResolver(needs),
      new NoticeAboutResolver(),
      new NoticeCauseResolver(),
      new ViewerNoticesResolver(needs),
    ],
    sources: {},
  }
}
