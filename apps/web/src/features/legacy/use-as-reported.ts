import { legacyNarrative, type OpenDocument, plainText } from '@camau/collab'
import { useCallback } from 'react'
import type { XmlFragment } from 'yjs'
import { useFragment } from '../../editor/use-fragment'

/** Whether the narrative still says what the report says, and no more. */
export function useAsReported(doc: OpenDocument['doc'], problem: string): boolean {
  const same = useCallback((fragment: XmlFragment) => wordsOf(plainText(fragment)) === wordsOf(problem), [problem])
  return useFragment(legacyNarrative(doc), same)
}

function wordsOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
