/** The language of the first page: what was chosen before, else what the browser asks for; where both are wanted alike, Welsh. */
export function firstLanguage(cookieHeader: string | undefined, acceptLanguage: string | undefined): 'en' | 'cy' {
  const chosen = /(?:^|;\s*)language=(en|cy)(?:;|$)/.exec(cookieHeader ?? '')?.[1]
  if (chosen === 'en' || chosen === 'cy') return chosen
  const wanted = (acceptLanguage ?? '').slice(0, 1_000).split(',').map(readChoice)
  const asked = (tag: string) => wanted.find((choice) => choice.tag === tag)?.q
  const weight = (language: string) => asked(language) ?? asked('*') ?? 0
  return weight('cy') >= weight('en') ? 'cy' : 'en'
}

function readChoice(choice: string): { tag: string; q: number } {
  const [range = '', ...parameters] = choice.trim().toLowerCase().split(';')
  const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined)
  return { tag: range.split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) || 0 }
}
