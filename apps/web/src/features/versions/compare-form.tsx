import { useState } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import { useVersionName } from './version-name'
import type { VersionLineFragment } from './versions.graphql'
import { versionWords } from './words'

interface CompareFormProps {
  versions: readonly VersionLineFragment[]
  /** Without a second one: with the text as it is now. */
  onCompare: (from: string, to: string) => void
}

/** Which two are compared: the last kept one and the text as it is now, unless said otherwise. */
export function CompareForm({ versions, onCompare }: CompareFormProps) {
  const said = useWords(versionWords)
  const nameOf = useVersionName()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const first = from || versions[0]?.id || ''
  const options = versions.map((version) => (
    <option key={version.id} value={version.id}>
      {nameOf(version)}
    </option>
  ))
  return (
    <form
      className="row compare-form no-print"
      aria-label={said.compare}
      onSubmit={(event) => {
        event.preventDefault()
        onCompare(first, to)
      }}
    >
      <Select label={said.from} value={first} onChange={({ target }) => setFrom(target.value)}>
        {options}
      </Select>
      <Select label={said.to} value={to} onChange={({ target }) => setTo(target.value)}>
        <option value="">{said.now}</option>
        {options}
      </Select>
      <Button type="submit">{said.show}</Button>
    </form>
  )
}
