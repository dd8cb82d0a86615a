import { useId } from 'react'
import { useAsAt } from '../../platform/use-as-at'
import { useWords } from '../../platform/words'
import { Icon } from '../../ui/icon'
import { AsAtFields } from './as-at-fields'
import { passingWords } from './passing-words'

/** Asks for the log as it stood on a day; the day stands in the address. */
export function AsAtTool() {
  const words = useWords(passingWords)
  const id = useId()
  const { asAt, setAsAt } = useAsAt()
  return (
    <>
      <button type="button" className="b" popoverTarget={id}>
        {words.asAt}
        <Icon name="down" size={14} />
      </button>
      <div id={id} popover="auto" className="sheetlet">
        <AsAtFields value={asAt} onShow={setAsAt} />
      </div>
    </>
  )
}
