import { type Refused, useRefusalWords } from '../platform/refused'

/** Why what was just pressed was not done, beside it. */
export function RefusedLine({ refused }: { refused: Refused | null }) {
  const words = useRefusalWords()
  return refused && <p role="alert">{words(refused.code)}</p>
}
