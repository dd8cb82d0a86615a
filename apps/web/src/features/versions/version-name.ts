import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import type { VersionLineFragment } from './versions.graphql'
import { versionWords } from './words'

/** What a version is called where there is room for one line: its own name or its step, and when. */
export function useVersionName(): (version: VersionLineFragment) => string {
  const said = useWords(versionWords)
  const dates = useDates()
  return ({ label, kind, at }) => said.when(label ?? said.kinds[kind], dates.dateTime(at))
}
