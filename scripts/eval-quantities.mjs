// Compares quantities with a set that records each number's value, its change ("=", "~", ">", "<", "up", "down") and its unit
// (NewsQuant, of the paper "CQE: A Comprehensive Quantity Extractor"). Its authors pair by value within a sentence, the same value as
// often as it is labelled, and then ask for the change. Here a label that says where it stands is paired with an answer that touches it,
// which is stricter; one that does not say, or that nothing touches (places were found by searching for the number, which now and then
// finds another), is paired by value among the answers that no other label has claimed.
//
// An answer is a quantity, or a casualty figure with a number in it, which is a quantity there too.

// The set has one place for what we keep in two: which way something moved, and how the wording bounds the number. A move comes first.
const changes = { exact: '=', approximately: '~', at_least: '>', at_most: '<', range: '=', vague: '=', fraction: '=', none_of: '=' }

// The set's names of units that are no plain word for ours.
const units = {
  USD: 'dollar', AUD: 'australian dollar', SGD: 'singaporean dollar', EUR: 'euro', GBP: 'pound sterling', JPY: 'japanese yen', CNY: 'chinese yuan', INR: 'indian rupee', MYR: 'malaysian ringgit', ILS: 'shekel', GBp: 'penny',
  '%': 'percentage', pp: 'percentage point', bp: 'basis point', km: 'kilometre', m: 'metre', cm: 'centimetre', mm: 'millimetre', nm: 'nanometre', 'μm': 'micrometre', mi: 'mile', yd: 'yard', ft: 'foot', in: 'inch',
  'sq mi': 'square mile', 'sq km': 'square kilometre', 'sq m': 'square metre', 'sq ft': 'square feet', t: 'ton', Gt: 'gigaton', kg: 'kilogram', g: 'gram', mg: 'milligram', lb: 'pound-mass', oz: 'ounce', dr: 'dram',
  l: 'litre', ml: 'millilitre', bbl: 'barrel', gal: 'gallon', 'km/h': 'kilometre per hour', 'mi/h': 'mile per hour', 'm/s': 'metre per second', kn: 'knot', '°C': 'celsius', '°F': 'fahrenheit', '°': 'degree',
  W: 'watt', kW: 'kilowatt', MW: 'megawatt', GW: 'gigawatt', hp: 'horsepower', kcal: 'calorie', GB: 'gigabyte', MB: 'megabyte', TB: 'terabyte', 'Mbit/s': 'megabit per second',
  Hz: 'hertz', kHz: 'kilohertz', MHz: 'megahertz', GHz: 'gigahertz', rpm: 'revolutions per minute', ksi: 'kilopound per square inch', mpg: 'mile per gallon', ppb: 'parts-per-billion', ppm: 'parts-per-million', 'lb-ft': 'pound-foot', times: 'count',
}
const singular = (word) => word.toLowerCase().replace(/ies$/, 'y').replace(/(ss|x|ch|sh)es$/, '$1').replace(/([^s])s$/, '$1')

/** Whether the answer's unit is the labelled one; of a noun phrase the head is enough, "of age" is told by the kind. */
function unitRight(gold, { kind, unit, per }) {
  const wanted = gold.norm_unit.toLowerCase()
  if (!kind || (kind === 'share' && !unit)) return true
  if (!unit) return wanted === '-'
  const name = `${units[unit] ?? singular(unit)}${kind === 'age' ? ' of age' : ''}`
  const whole = per ? `${name} per ${units[per] ?? singular(per)}` : name
  return whole === wanted || (['people', 'things', 'weapons', 'number'].includes(kind) && wanted.split(' ').map(singular).includes(singular(unit)))
}

/** Everything with a number that the command found. */
function answers({ quantities = [], casualties = [] }) {
  const counted = casualties.filter(({ implicit }) => !implicit).map((figure) => ({ ...figure, value: figure.best ?? figure.low ?? figure.high ?? figure.fraction }))
  return [...quantities, ...counted].map((found) => ({ ...found, change: found.change ?? changes[found.modifier] }))
}

/** Two numbers for a range, one otherwise. `3.0E-8` and `-5` are one. */
function bounds(value) {
  const range = /^([\d.]+)\s*-\s*([\d.]+)$/.exec(value)
  return range ? [Number(range[1]), Number(range[2])] : [Number(value)]
}

const near = (a, b) => a != null && Math.abs(a - b) <= 1e-5 * Math.abs(b) + 1e-8

// "hundreds" are labelled 100-1000, which is no other number than our 200 to 999: each stands for the word by a convention of its own.
const decade = ({ modifier, low, high }) => (modifier === 'vague' && low && high && /^9+$/.test(String(high).replace(/0+$/, '')) ? [10 ** Math.floor(Math.log10(low)), high + 1] : null)

const valueRight = (gold, answer) => {
  const said = bounds(gold.value)
  if (said.length === 1) return answer.modifier !== 'range' && near(answer.value, said[0])
  // "from 75 to 45" is labelled in the order in which it is told.
  const [low, high] = said.sort((a, b) => a - b)
  const given = decade(answer) ?? [answer.low, answer.high]
  return near(given[0], low) && near(given[1], high)
}
const overlap = (a, b) => Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0

/** Pairs labels with answers; a label without one is paired with nothing. */
function pairs(quantities, left) {
  const located = quantities.filter(({ start }) => start != null)
  const claim = (item, candidates) => {
    const answer = candidates.find((candidate) => valueRight(item, candidate)) ?? (item.start != null ? candidates[0] : undefined)
    left.delete(answer)
    return [item, answer]
  }
  const known = located.map((item) => claim(item, [...left].filter((answer) => overlap(item, answer))))
  const loose = [...known.filter(([, answer]) => !answer).map(([item]) => item), ...quantities.filter(({ start }) => start == null)]
  return [...known.filter(([, answer]) => answer), ...loose.map((item) => claim(item, [...left].filter((answer) => valueRight(item, answer))))]
}

/** Table rows, and with `errors` so many remarks of each kind, for documents and the command's answers in the same order. */
export function compareQuantities(documents, predictions, errors = 0) {
  let gold = 0
  let pred = 0
  const right = { found: 0, value: 0, change: 0, unit: 0 }
  const remarks = { missed: [], value: [], change: [], unit: [], extra: [] }
  documents.forEach(({ id, text, quantities }, index) => {
    const points = [...text]
    const words = ({ start, end }) => (start == null ? `(not located) ${text.slice(0, 160)}` : `${points.slice(Math.max(0, start - 40), start).join('')}[${points.slice(start, end).join('')}]${points.slice(end, end + 30).join('')}`)
    const left = new Set(answers(predictions[index]))
    gold += quantities.length
    pred += left.size
    for (const [item, answer] of pairs(quantities, left)) {
      const remark = (kind, more) => remarks[kind].push(`${id.slice(-3)} ${item.change} ${item.value} ${item.unit}${more}  ${words(item)}`)
      if (!answer) {
        remark('missed', '')
        continue
      }
      right.found++
      if (!valueRight(item, answer)) {
        remark('value', `, not ${JSON.stringify([answer.value, answer.low, answer.high])}`)
        continue
      }
      right.value++
      if (answer.change === item.change) right.change++
      else remark('change', `, not ${answer.change}`)
      if (unitRight(item, answer)) right.unit++
      else remark('unit', ` (${item.norm_unit}), not ${answer.unit}${answer.per ? ` per ${answer.per}` : ''}`)
    }
    left.forEach((answer) => remarks.extra.push(`${id.slice(-3)} ${answer.change} ${answer.value} ${answer.low} ${answer.high}  ${words(answer)}`))
  })
  const row = (measure, n) => {
    const [p, r] = [pred ? n / pred : 0, gold ? n / gold : 0]
    return { kind: 'quantities', measure, p, r, f1: p + r ? (2 * p * r) / (p + r) : 0, gold, pred }
  }
  if (errors) for (const [kind, list] of Object.entries(remarks)) console.log(`-- ${kind} (${list.length})`), list.slice(0, errors).forEach((remark) => console.log(`   ${remark}`))
  return [row('found', right.found), row('value', right.value), row('value and change', right.change), row('value and unit', right.unit)]
}
