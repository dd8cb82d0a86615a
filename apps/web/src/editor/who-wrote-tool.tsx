import { lazy, Suspense, useState } from 'react'
import { useWords } from '../platform/words'
import { Tool } from './toolbar'
import type { WhoWroteProps } from './who-wrote-props'
import { whoWroteWords } from './who-wrote-words'

const WhoWrote = lazy(async () => ({ default: (await import('./who-wrote')).WhoWrote }))

/** Shows who wrote each paragraph, for as long as somebody wants to know; what finds that out is fetched then. */
export function WhoWroteTool(props: WhoWroteProps) {
  const said = useWords(whoWroteWords)
  const [on, setOn] = useState(false)
  return (
    <>
      <Tool name={said.whoWrote} pressed={on} wide onPress={() => setOn(!on)}>
        {said.whoWrote}
      </Tool>
      {on && (
        <Suspense fallback={null}>
          <WhoWrote {...props} />
        </Suspense>
      )}
    </>
  )
}
