import { type ReactNode, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { announce } from '../../platform/announce'
import { otherLanguage, useLanguage } from '../../platform/language'
import { useKeepLanguage } from '../../platform/use-keep-language'
import { useFacesHere, useWhereabouts } from '../../platform/whereabouts'
import { useWords } from '../../platform/words'
import { Faces } from '../../ui/face'
import { Icon } from '../../ui/icon'
import { Steps } from '../../ui/steps'
import { FindButton } from './find-button'
import { MenuDialog } from './menu-dialog'
import { placesWords } from './words'

interface BarProps {
  /** The connection mark, and the person's own menu: other features, put in by the page frame. */
  mark: ReactNode
  me: ReactNode
  onFind: () => void
}

/** The line above every page: where one is, whether all is saved, find or do, the other language, oneself. */
export function Bar({ mark, me, onFind }: BarProps) {
  const words = useWords(placesWords)
  const [menuOpen, setMenuOpen] = useState(false)
  return (
    <header className="bar">
      <button type="button" className="menu" aria-haspopup="dialog" onClick={() => setMenuOpen(true)}>
        <Steps taken={5} width={20} />
        {words.menu}
      </button>
      {menuOpen && <MenuDialog onClose={() => setMenuOpen(false)} onFind={onFind} />}
      <Breadcrumbs />
      <CopyAddress />
      <div className="end">
        <FacesHere />
        {mark}
        <FindButton onFind={onFind} />
        <LanguageLink />
        {me}
      </div>
    </header>
  )
}

function Breadcrumbs() {
  const words = useWords(placesWords)
  const { title, lang, within } = useWhereabouts()
  return (
    <nav className="crumb" aria-label={words.youAreHere}>
      {within.map(({ name, href }) => (
        <span key={href} className="crumb-step">
          <Link href={href}>{name}</Link> <span aria-hidden="true">/</span>
        </span>
      ))}
      <b aria-current="page" lang={lang}>
        {title}
      </b>
    </nav>
  )
}

/** The address that stays, whatever the record is called later and whoever reads it in which language. */
function CopyAddress() {
  const words = useWords(placesWords)
  const { reference } = useWhereabouts()
  if (!reference) return null
  const copy = async () => {
    await navigator.clipboard.writeText(`${location.origin}/go/${reference}`)
    announce(words.addressCopied)
  }
  return (
    <button type="button" className="copy-address" title={words.copyAddress} onClick={() => void copy()}>
      <Icon name="link" />
      <span className="hidden">{words.copyAddress}</span>
    </button>
  )
}

function FacesHere() {
  return <Faces people={useFacesHere()} />
}

/** The same page in the other language, without loading anything: what is open stays open. */
function LanguageLink() {
  const words = useWords(placesWords)
  const other = otherLanguage[useLanguage()]
  const [path] = useLocation()
  const search = useSearch()
  const keep = useKeepLanguage()
  return (
    <Link
      href={`~/${other}${path}${search ? `?${search}` : ''}`}
      lang={other}
      hrefLang={other}
      replace
      onClick={() => keep(other)}
    >
      {words.other}
    </Link>
  )
}
