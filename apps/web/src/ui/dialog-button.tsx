import { type ReactNode, useState } from 'react'
import { useLater } from '../platform/use-later'
import { useWords } from '../platform/words'
import { Button, type ButtonProps } from './button'
import { uiWords } from './words'

interface DialogButtonProps<Part> extends Pick<ButtonProps, 'weight' | 'small'> {
  /** Has to stay the same between renders. */
  load: () => Promise<Part>
  dialog: (part: Part, close: () => void) => ReactNode
  children: ReactNode
}

/** A button whose dialog is fetched when it is first pressed. The focus stays on it until the dialog is there. */
export function DialogButton<Part extends object>({ load, dialog, children, ...look }: DialogButtonProps<Part>) {
  const words = useWords(uiWords)
  const [later, ask] = useLater(load)
  const [open, setOpen] = useState(false)
  const press = () => {
    setOpen(true)
    if (later.state !== 'here') ask()
  }
  return (
    <>
      <Button {...look} aria-haspopup="dialog" busy={later.state === 'coming'} onClick={press}>
        {children}
      </Button>
      {open && later.state === 'here' && dialog(later.part, () => setOpen(false))}
      {later.state === 'failed' && <span role="alert">{words.errorTitle}</span>}
    </>
  )
}
