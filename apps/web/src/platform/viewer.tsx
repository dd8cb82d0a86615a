import type { HeldOffice, LocalText, Viewer } from '@camau/domain'
import { createContext, type ReactNode, use } from 'react'
import { domainName } from './enums'
import type { ViewerQuery } from './viewer.graphql'

/** The person at the screen: a viewer for the rules, and what the page shows of them. */
export interface Me extends Viewer {
  initials: string
  offices: readonly (HeldOffice & { title: LocalText })[]
  language: string | null
  /** In the demonstration, offices are held by nobody real. */
  demo: boolean
}

const MeContext = createContext<Me | null>(null)

/** Who is asking; rules take it as it is: `whyNotClose(useViewer(), held)`. */
export function useViewer(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useViewer outside of the signed-in part')
  return me
}

export function ViewerProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>
}

/** From GraphQL's names and strings to those of the rules. */
export function readViewer(viewer: NonNullable<ViewerQuery['viewer']>): Me {
  return {
    personId: viewer.person.id,
    name: viewer.person.name,
    initials: viewer.person.initials,
    language: viewer.language,
    demo: viewer.demo,
    offices: viewer.offices.map(({ office, bodyKind, until, ...rest }) => ({
      ...rest,
      office: domainName(office),
      bodyKind: domainName(bodyKind),
      until: until === null ? null : new Date(until),
    })),
  }
}
