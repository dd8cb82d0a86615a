import { type ReactNode, useRef } from 'react'
import { Link } from 'wouter'
import { useArrival } from '../platform/arrival'
import type { Language } from '../platform/language'
import { useTitle } from '../platform/title'
import { useBreadcrumbs } from '../platform/whereabouts'

export interface Crumb {
  name: string
  href: string
}

interface PageProps {
  /** In the page's language; also the last breadcrumb and the first part of the window's title. */
  title: string
  /** The language of the title, where it is not the page's. */
  lang?: Language | undefined
  /** What the page stands in: body, register… from the outside in. */
  within?: readonly Crumb[]
  children: ReactNode
  /** On the paper instead of on a sheet. */
  bare?: boolean
  /** Short and permanent (`A60`, or the record's id): the bar offers its address to copy. */
  reference?: string | null
}

/** A page: its title everywhere a title is shown, its breadcrumbs, and its sheet. */
export function Page({ title, lang, within = [], bare = false, reference = null, children }: PageProps) {
  useTitle([title, ...within.map(({ name }) => name).reverse()])
  useBreadcrumbs({ title, lang, within, reference })
  const ref = useRef<HTMLElement>(null)
  useArrival(ref)
  return (
    <main ref={ref} id="content" tabIndex={-1} className={bare ? undefined : 'sheet'}>
      {children}
    </main>
  )
}

interface PageHeadProps {
  title: ReactNode
  /** One line above: the body and what it is about. */
  over?: ReactNode
  /** Buttons; one of them filled at most. */
  acts?: ReactNode
  /** A few sentences of sum. */
  children?: ReactNode
}

/** Title, sum and acts on top of a sheet. */
export function PageHead({ title, over, acts, children }: PageHeadProps) {
  return (
    <header className="pad head">
      {over && <p className="meta">{over}</p>}
      <div className="row spread">
        <h1>{title}</h1>
        {acts && <div className="row no-print">{acts}</div>}
      </div>
      {children}
    </header>
  )
}

export interface View {
  key: string
  name: string
  href: string
  count?: number | undefined
  late?: boolean
}

/** Questions people ask, each with the size of its answer; zero is shown, not hidden. */
export function Views({ label, views, current }: { label: string; views: readonly View[]; current: string }) {
  return (
    <nav className="views" aria-label={label}>
      {views.map(({ key, name, href, count, late }) => (
        <Link key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          {name} {count !== undefined && <span className={late && count > 0 ? 'n s-late' : 'n'}>{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
