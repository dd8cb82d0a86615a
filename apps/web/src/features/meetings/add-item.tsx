import { limits } from '@camau/domain'
import { useRef, useState } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { readItem } from './read-item'
import { words } from './words'

interface AddItemProps {
  onAdd: (title: string, minutes: number) => Promise<boolean>
  /** What the button is called that opens the form. */
  open?: string
}

/** One more item at the end of the agenda; the form stays open for the next one. */
export function AddItem({ onAdd, open: opens }: AddItemProps) {
  const said = useWords(words)
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [minutes, setMinutes] = useState('10')
  const [wrong, setWrong] = useState<{ title?: string; minutes?: string }>({})
  const form = useRef<HTMLFormElement>(null)
  if (!open) {
    return (
      <Button weight="bare" small icon="plus" onClick={() => setOpen(true)}>
        {opens ?? said.addItem}
      </Button>
    )
  }
  const add = async () => {
    const read = readItem(title, minutes, said.itemProblems, limits)
    setWrong('wrong' in read ? read.wrong : {})
    if ('wrong' in read || !(await onAdd(read.title, read.minutes))) return
    setTitle('')
    form.current?.querySelector('input')?.focus()
  }
  return (
    <form
      ref={form}
      noValidate
      className="add-item"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Field
        label={said.itemTitle}
        value={title}
        wrong={wrong.title}
        autoComplete="off"
        autoFocus
        onChange={(event) => setTitle(event.target.value)}
      />
      <Field
        label={said.itemMinutes}
        value={minutes}
        wrong={wrong.minutes}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => setMinutes(event.target.value)}
      />
      <div className="row">
        <Button type="submit" small>
          {said.addIt}
        </Button>
        <Button weight="bare" small onClick={() => setOpen(false)}>
          {said.cancel}
        </Button>
      </div>
    </form>
  )
}
