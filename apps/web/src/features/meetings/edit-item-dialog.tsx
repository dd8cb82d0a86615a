import { limits } from '@camau/domain'
import { useState } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { businessWords } from './business-words'
import type { MeetingOnPage } from './meeting-on-page'
import { readItem } from './read-item'
import { words } from './words'

type Item = MeetingOnPage['agenda'][number]

interface EditItemDialogProps {
  item: Item
  /** false: refused; the words stay. */
  onSave: (item: Item) => Promise<boolean>
  onClose: () => void
}

export function EditItemDialog({ item, onSave, onClose }: EditItemDialogProps) {
  const said = useWords(words)
  const business = useWords(businessWords)
  const [title, setTitle] = useState(item.title)
  const [minutes, setMinutes] = useState(String(item.minutes))
  const [section, setSection] = useState(item.section ?? '')
  const [presenter, setPresenter] = useState(item.presenter ?? '')
  const [wrong, setWrong] = useState<{ title?: string; minutes?: string }>({})
  const save = async () => {
    const read = readItem(title, minutes, said.itemProblems, limits)
    setWrong('wrong' in read ? read.wrong : {})
    if ('wrong' in read) return
    const words = { section: section.trim() || null, presenter: presenter.trim() || null }
    if (await onSave({ ...item, ...read, ...words })) onClose()
  }
  const field = (label: string, value: string, set: (value: string) => void, more: object = {}) => (
    <Field label={label} value={value} autoComplete="off" onChange={(event) => set(event.target.value)} {...more} />
  )
  return (
    <Dialog title={business.editTitle} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {field(said.itemTitle, title, setTitle, { wrong: wrong.title })}
        {field(said.itemMinutes, minutes, setMinutes, { wrong: wrong.minutes, inputMode: 'numeric' })}
        {field(business.presenter, presenter, setPresenter, { optional: true, maxLength: limits.presenter })}
        {field(business.section, section, setSection, { optional: true, maxLength: limits.section })}
        <div className="row">
          <Button type="submit" weight="go">
            {business.save}
          </Button>
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
