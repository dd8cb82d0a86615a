import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { Language } from './platform/language'

/** An address without a language is sent to the same one with it; nothing else of it changes. */
export function ToLanguage({ language, path }: { language: Language; path: string }) {
  const [, navigate] = useLocation()
  useEffect(() => {
    navigate(`/${language}${path === '/' ? '/' : path}${location.search}${location.hash}`, { replace: true })
  }, [language, path, navigate])
  return null
}
