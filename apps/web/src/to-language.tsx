import { use, useEffect } from 'react'
import { useLocation } from 'wouter'
import type { Boot } from './platform/boot'
import { type Language, usualLanguage } from './platform/language'

/** An address without a language is sent to the same one in the person's own; nothing else of it changes. */
export function ToLanguage({ asked, path }: { asked: Promise<Boot>; path: string }) {
  const language = languageOf(use(asked))
  const [, navigate] = useLocation()
  useEffect(() => {
    navigate(`/${language}${path}${location.search}${location.hash}`, { replace: true })
  }, [language, path, navigate])
  return null
}

/** As kept on the account; for others as chosen last on this device, or as the browser says. */
function languageOf(boot: Boot): Language {
  const kept = boot.state === 'signed-in' ? boot.answer.viewer?.language : null
  return kept === 'en' || kept === 'cy' ? kept : usualLanguage()
}
