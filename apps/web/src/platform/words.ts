import { type Language, useLanguage } from './language'

/** The same names with the same kinds of value: a gap in either language does not compile. */
type Twin<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => infer R
      ? (...values: V) => R extends string ? string : R
      : Twin<T[K]>
}

/** A feature's words in both languages. Values are put in by functions; whole sentences, never pieces of them. */
export interface Words<T> {
  en: T
  cy: Twin<T>
}

export function defineWords<T extends object>(words: { en: T; cy: Twin<NoInfer<T>> }): Words<T> {
  return words
}

/** The page language's set of a feature's words. */
export function useWords<T>(words: Words<T>): Twin<T> {
  return wordsIn(words, useLanguage())
}

export function wordsIn<T>(words: Words<T>, language: Language): Twin<T> {
  return words[language] as Twin<T>
}

type EnglishForms = Record<'one' | 'other', string>
/** All six are asked for even where two are alike: that is the translator's decision, not a gap. */
type WelshForms = Record<'zero' | 'one' | 'two' | 'few' | 'many' | 'other', string> & {
  /** Numbers with a form of their own beside the six: four years is `4 blynedd`. */
  exactly?: Record<number, string>
}

/** Counted phrases; `#` stands for the number, which both languages write alike. */
export const plural = {
  en:
    (forms: EnglishForms) =>
    (n: number): string =>
      fill(n === 1 ? forms.one : forms.other, n),
  cy:
    (forms: WelshForms) =>
    (n: number): string =>
      fill(forms.exactly?.[n] ?? forms[welshForm(n)], n),
}

/** CLDR's cardinal categories for Welsh, spelt out so that every browser agrees. */
export function welshForm(n: number): 'zero' | 'one' | 'two' | 'few' | 'many' | 'other' {
  return ({ 0: 'zero', 1: 'one', 2: 'two', 3: 'few', 6: 'many' } as const)[n] ?? 'other'
}

/** 1,234.5 in both languages. */
export function formatNumber(n: number): string {
  const [whole = '', part] = String(n).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part ? `${grouped}.${part}` : grouped
}

function fill(form: string, n: number): string {
  return form.replaceAll('#', formatNumber(n))
}
