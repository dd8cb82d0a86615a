import { useEffect, useRef } from 'react'
import { useArrival } from '../../platform/arrival'
import { Steps } from '../../ui/steps'
import { DemoPeople } from './demo-people'
import { SignInHalf } from './sign-in-half'
import { useDemo } from './use-demo'
import './sign-in.css'

/** Both languages side by side: whoever comes for the first time has chosen neither. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const demo = useDemo()
  const ref = useRef<HTMLElement>(null)
  useArrival(ref, 'sign-in')
  useEffect(() => {
    document.title = 'Mewngofnodi · Sign in · Camau'
  }, [])
  const noWay = demo.state === 'none'
  return (
    <main ref={ref} className="in" id="content" tabIndex={-1}>
      <header className="in-brand">
        <Steps taken={5} width={44} />
        <p className="in-name">Camau</p>
      </header>
      <div className="pair">
        <SignInHalf language="cy" noWay={noWay} />
        <SignInHalf language="en" noWay={noWay} />
      </div>
      {demo.state === 'people' && <DemoPeople people={demo.people} onSignedIn={onSignedIn} />}
    </main>
  )
}
