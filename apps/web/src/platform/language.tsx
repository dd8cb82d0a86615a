import { createContext, type ReactNode, use, useEffect } from 'react'

/** Neither is the default: the address says which one a page is in. */
export type Language = 'en' | 'cy'

export const otherLanguage: Record<Language, Language> = { en: 'cy', cy: 'en' }

const LanguageContext = createContext<Language>('en')

/** The language of the page, from its address. */
export function useLanguage(): Language {
  return use(LanguageContext)
}

/** Tells everything below, and the document itself, which language the page is in. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language
    rememberLanguage(language)
  }, [language])
  return <LanguageContext value={language}>{children}</LanguageContext>
}

/** The language an address is in, and the rest of it; null for an address that names none. */
export function splitAddress(path: string): { language: Language; rest: string } | null {
  const match = /^\/(en|cy)(\/.*)?$/.exec(path)
  return match ? { language: match[1] === 'cy' ? 'cy' : 'en', rest: match[2] ?? '/' } : null
}

/** For an address without a language: the last choice on this device, then the browser's own. The server reads the same cookie. */
export function usualLanguage(): Language {
  const kept = /(?:^|;\s*)language=(en|cy)(?:;|$)/.exec(document.cookie)?.[1]
  if (kept === 'en' || kept === 'cy') return kept
  return navigator.language.startsWith('cy') ? 'cy' : 'en'
}

function rememberLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from two of the browsers in use.
  document.cookie = `language=${language}; path=/; max-age=31536000; samesite=lax`
}
