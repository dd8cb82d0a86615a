import { useWords } from '../platform/words'
import { uiWords } from './words'

/** Beside whatever the documents do not give and the demonstration added. */
export function ExampleMark() {
  return <span className="example">{useWords(uiWords).example}</span>
}
