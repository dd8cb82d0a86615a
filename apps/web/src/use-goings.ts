import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { meWords } from './features/me/words'
import { placesWords } from './features/places/words'
import { type Doing, useDoings } from './platform/doings'
import { otherLanguage, useLanguage } from './platform/language'
import { chooseTheme } from './platform/theme'
import { useViewer } from './platform/viewer'

const pages = [
  ['/', 'home'],
  ['/meetings', 'meetings'],
  ['/actions', 'actions'],
  ['/dependencies', 'dependencies'],
  ['/radar', 'radar'],
  ['/legacy', 'legacy'],
  ['/decisions', 'decisions'],
  ['/publications', 'publications'],
  ['/work-areas', 'workAreas'],
  ['/funding', 'funding'],
  ['/indicators', 'indicators'],
  ['/correspondence', 'correspondence'],
  ['/timeline', 'timeline'],
  ['/people', 'people'],
  ['/bodies', 'allBodies'],
  ['/glossary', 'glossary'],
] as const

const propose = (navigate: (to: string) => void): Doing => ({
  id: 'propose',
  name: { en: 'Propose an action', cy: 'Cynnig cam gweithredu' },
  takesText: true,
  run: (typed) => navigate(`/actions?${new URLSearchParams({ propose: typed })}`),
})

/** What can be done on every page: go somewhere, read in the other language, change the light, leave. */
export function useGoings({ onShortcuts, onSignOut }: { onShortcuts: () => void; onSignOut: () => void }): void {
  const [path, navigate] = useLocation()
  const other = otherLanguage[useLanguage()]
  const mayPropose = useViewer().offices.length > 0
  const goings = useMemo((): Doing[] => {
    const going = pages.map(([href, name]) => ({
      id: `go${href}`,
      goes: true,
      name: { en: placesWords.en[name], cy: placesWords.cy[name] },
      run: () => navigate(href),
    }))
    const inTheme = (theme: 'light' | 'dark' | 'system') => ({
      id: theme,
      name: {
        en: `${meWords.en.theme}: ${meWords.en[theme]}`,
        cy: `${meWords.cy.theme}: ${meWords.cy[theme]}`,
      },
      run: () => chooseTheme(theme),
    })
    return [
      ...going,
      ...(mayPropose ? [propose(navigate)] : []),
      // The palette shows the last first: leaving must not stand where Enter is pressed without looking.
      { id: 'sign-out', name: { en: meWords.en.signOut, cy: meWords.cy.signOut }, run: onSignOut },
      ...(['system', 'dark', 'light'] as const).map(inTheme),
      {
        id: 'language',
        name: { en: 'Cymraeg (Welsh)', cy: 'English (Saesneg)' },
        run: () => navigate(`~/${other}${path}${location.search}`, { replace: true }),
      },
      { id: 'shortcuts', name: { en: meWords.en.shortcuts, cy: meWords.cy.shortcuts }, run: onShortcuts },
    ]
  }, [path, navigate, other, mayPropose, onShortcuts, onSignOut])
  useDoings(goings)
}
