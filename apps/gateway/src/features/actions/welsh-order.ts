/** The Welsh alphabet: ch, dd, ff, ng, ll, ph, rh and th are letters of their own, each after the one it begins with (ng after g). */
const alphabet = 'a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z'.split(' ')
const places = new Map(alphabet.map((letter, place) => [letter, String.fromCodePoint(0x100 + place)]))
const letters = /ch|dd|ff|ng|ll|ph|rh|th|[a-z]/g

/** Names in one list, Welsh and English, sorted as a Welsh reader looks for them: accents and case decide only between equals. */
export function welshOrder(a: string | number, b: string | number): number {
  const [one, other] = [String(a), String(b)]
  const [first, second] = [sortForm(one), sortForm(other)]
  return first < second ? -1 : first > second ? 1 : one < other ? -1 : one > other ? 1 : 0
}

function sortForm(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(letters, (letter) => places.get(letter) ?? letter)
}
