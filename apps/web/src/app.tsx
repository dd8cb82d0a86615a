import { lazy, Suspense, startTransition, use, useCallback, useEffect, useState } from 'react'
import { Router, useLocation } from 'wouter'
import { Announcer } from './platform/announce'
import { askWhoIsHere, type Boot, nobodyIsHere, whoIsHere } from './platform/boot'
import { LanguageProvider, splitAddress } from './platform/language'
import { onSessionElsewhere, sessionEnded, signOut } from './platform/session'
import { ToLanguage } from './to-language'
import { Skeleton } from './ui/skeleton'
import { UnreachablePage } from './unreachable-page'

// Two halves: whoever is not signed in loads neither the GraphQL client nor the live channel.
const SignInPage = lazy(async () => ({ default: (await import('./features/sign-in/sign-in-page')).SignInPage }))
export const loadShell = async () => ({ default: (await import('./shell')).Shell })
const Shell = lazy(loadShell)

/** The address gives the language; who is here decides which half of the product is shown. */
export function App({ asked }: { asked: Promise<Boot> }) {
  const [path] = useLocation()
  const address = splitAddress(path)
  if (!address) {
    return (
      <Suspense>
        <ToLanguage asked={asked} path={path} />
      </Suspense>
    )
  }
  return (
    <LanguageProvider language={address.language}>
      {/* The base changes with the language and nothing is mounted anew: an open editor stays as it is. */}
      <Router base={`/${address.language}`}>
        <Suspense fallback={<Opening />}>
          <Halves asked={asked} />
        </Suspense>
      </Router>
      <Announcer />
    </LanguageProvider>
  )
}

/** The shape of a page, for those whose line is slow. */
function Opening() {
  return (
    <div className="app">
      <div className="places" />
      <main className="main pad">
        <Skeleton />
      </main>
    </div>
  )
}

function Halves({ asked: first }: { asked: Promise<Boot> }) {
  const [asked, setAsked] = useState(first)
  const boot = use(asked)
  // The address stays what it was: whoever followed a link arrives there after signing in.
  const [path, navigate] = useLocation()
  const askAgain = useCallback(() => {
    const again = whoIsHere()
    // Whoever has chosen no language yet, and came for nothing in particular, is welcomed first.
    if (path === '/') void again.then((boot) => isNew(boot) && navigate('/welcome'))
    setAsked(again)
  }, [path, navigate])
  const leave = useCallback(() => setAsked(signOut().then(nobodyIsHere)), [])
  const here = boot.state === 'signed-in' ? boot.answer.viewer?.person.id : undefined
  useEffect(
    () => onSessionElsewhere((did) => (did === 'signed-out' ? setAsked(nobodyIsHere()) : void keepUp(here, setAsked))),
    [here],
  )
  const isFromDevice = boot.state === 'signed-in' && boot.reading !== undefined
  useEffect(() => (isFromDevice ? untilReached(here, setAsked) : undefined), [isFromDevice, here])
  if (boot.state === 'unreachable') return <UnreachablePage />
  if (boot.state === 'signed-out') return <SignInPage onSignedIn={askAgain} />
  return <Shell key={here} answer={boot.answer} reading={boot.reading} onSignOut={leave} />
}

const tryEvery = 5_000

/** Opened without a line: the server is asked who is here as soon as it may answer. The page stays as it is, unless it is somebody else. */
function untilReached(here: string | undefined, change: (asked: Promise<Boot>) => void): () => void {
  const ask = async () => {
    const boot = await askWhoIsHere()
    if (boot.state === 'unreachable') return
    stop()
    if (boot.state === 'signed-out') return sessionEnded.set(true)
    const next = boot.answer.viewer?.person.id === here ? Promise.resolve(boot) : whoIsHere()
    startTransition(() => change(next))
  }
  const timer = setInterval(() => navigator.onLine && void ask(), tryEvery)
  const onLine = () => void ask()
  const stop = () => {
    clearInterval(timer)
    window.removeEventListener('online', onLine)
  }
  window.addEventListener('online', onLine)
  return stop
}

function isNew(boot: Boot): boolean {
  return boot.state === 'signed-in' && boot.answer.viewer?.language === null
}

/** Another window signed in. Only if that is somebody else does this page change hands; unsent words stay kept for their owner. */
async function keepUp(here: string | undefined, change: (asked: Promise<Boot>) => void): Promise<void> {
  const boot = await whoIsHere()
  if (boot.state === 'signed-in' && boot.answer.viewer?.person.id !== here) change(Promise.resolve(boot))
}
