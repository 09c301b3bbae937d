// Made-up news of any length, the same for the same seed: sentences with people, places, dates, figures and quotes among sentences
// with none. All words are the project's own.

/** Numbers from 0 to below `n`, the same sequence for the same seed (a linear congruential generator; chance is not at stake). */
export function dice(seed = 1) {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

const words = {
  given: ['Amina', 'Carlos', 'Elena', 'Ibrahim', 'Jonas', 'Lucía', 'Marta', 'Nikolai', 'Olga', 'Rashid', 'Søren', 'Thandiwe'],
  family: ['Abadi', 'Bergström', 'Castillo', 'de Witt', 'Farouk', 'Ivanova', 'Keller', 'Mbeki-Jones', 'O’Hara', 'Petrov', 'Rahmani', 'Silva'],
  place: ['Aleppo', 'Bamako', 'Bogotá', 'Dhaka', 'Kharkiv', 'Lagos', 'Manila', 'Mosul', 'Nairobi', 'Port-au-Prince', 'Sanaa', 'Tripoli'],
  country: ['Bangladesh', 'Colombia', 'Haiti', 'Iraq', 'Kenya', 'Libya', 'Mali', 'Nigeria', 'the Philippines', 'Syria', 'Ukraine', 'Yemen'],
  body: ['the Interior Ministry', 'the Red Crescent', 'the United Nations', 'the World Food Programme', 'the Civil Defence', 'Northern Harbour Hospital'],
  title: ['President', 'Prime Minister', 'Governor', 'Colonel', 'Dr', 'spokeswoman', 'Foreign Minister'],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  month: ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  event: ['an air strike', 'a car bomb', 'a landslide', 'an earthquake', 'heavy flooding', 'a ferry accident', 'a market fire', 'a shooting'],
  victim: ['people', 'civilians', 'soldiers', 'children', 'passengers', 'aid workers', 'villagers', 'miners', 'police officers'],
  harm: ['were killed', 'were injured', 'are missing', 'were wounded', 'were displaced', 'lost their lives', 'were taken hostage'],
  count: ['two', 'five', 'at least 12', 'more than 40', 'about 300', 'between 20 and 30', 'a dozen', 'dozens of', 'up to 1,500', 'nearly 7,200', 'half a million'],
  verb: ['said', 'told reporters', 'announced', 'warned', 'added'],
  dull: [
    'The price of bread rose a little, and few shops in the old town opened their doors.',
    'Rain is expected to ease before the weekend, forecasters think.',
    'The stadium holds 80,000 seats and cost $1.3 billion to build.',
    'Nobody could tell how the talks would end, or when they might be resumed.',
    'The report runs to 214 pages and was printed in three languages.',
    'Engineers planted 1.2 million trees along the coastal road.',
  ],
}

const sentences = [
  (a) => `${cap(a('count'))} ${a('victim')} ${a('harm')} on ${a('day')} in ${a('event')} near ${a('place')}, ${a('body')} ${a('verb')}.`,
  (a) => `“We will not leave ${a('country')} before the work is done,” ${a('title')} ${a('given')} ${a('family')} ${a('verb')} in ${a('place')}.`,
  (a) => `${a('title')} ${a('family')}, who arrived from ${a('country')} on ${a('month')} ${a('numeral')}, met officials of ${a('body')}.`,
  (a) => `${cap(a('event'))} in ${a('month')} 2014 killed ${a('count')} ${a('victim')} and injured ${a('count')} others, according to ${a('body')}.`,
  (a) => `Earlier in the week, ${a('given')} ${a('family')} ${a('verb')} that ${a('count')} ${a('victim')} had fled ${a('place')} since last year.`,
  (a) => `The toll from ${a('event')} in ${a('place')} rose to ${a('numeral')}, including ${a('count')} ${a('victim')}.`,
  (a) => a('dull'),
  (a) => a('dull'),
]

const cap = (text) => text[0].toUpperCase() + text.slice(1)

/** An article of at least `size` UTF-16 units: paragraphs of a few sentences, separated by blank lines. */
export function article(size, seed = 1) {
  const roll = dice(seed)
  const any = (kind) => (kind === 'numeral' ? String(1 + roll(28)) : words[kind][roll(words[kind].length)])
  const paragraphs = []
  for (let length = 0; length < size; length += paragraphs.at(-1).length + 2) {
    paragraphs.push(Array.from({ length: 1 + roll(4) }, () => sentences[roll(sentences.length)](any)).join(' '))
  }
  return paragraphs.join('\n\n')
}

/** Text that no newspaper prints: scripts and marks of all kinds, digits and punctuation at odd places, and plain words. */
export function oddText(size, seed = 1) {
  const roll = dice(seed)
  const odd = ['👩‍👩‍👧', '🇸🇾', 'e\u0301', '\u200d', '\ufeff', 'قُتل', 'убиты', '死者', '\u00a0', '\r\n', '“', '”', '’', '½', '٣', '-', '…', '\0', '1,2,3', '9'.repeat(40), '$', '%', '((', 'killed', 'people', 'at least', 'in']
  let text = ''
  while (text.length < size) text += odd[roll(odd.length)] + (roll(3) ? ' ' : '')
  return text
}
