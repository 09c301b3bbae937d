// Compares quantities with a set that records each number's value, its change ("=", "~", ">", "<", "up", "down") and its unit
// (NewsQuant, of the paper "CQE: A Comprehensive Quantity Extractor"). Its authors pair by value within a sentence, the same value as
// often as it is labelled, and then ask for the change. Here a label that says where it stands is paired with an answer that touches it,
// which is stricter; one that does not say, or that nothing touches (places were found by searching for the number, which now and then
// finds another), is paired by value among the answers that no other label has claimed.
//
// An answer is a quantity, or a casualty figure with a number in it, which is a quantity there too.

// The set has one place for what we keep in two: which way something moved, and how the wording bounds the number. A move comes first.
const changes = { exact: '=', approximately: '~', at_least: '>', at_most: '<', range: '=', vague: '=', fraction: '=', none_of: '=' }

/** Everything with a number that the command found. */
function answers({ quantities = [], casualties = [] }) {
  const counted = casualties.filter(({ implicit }) => !implicit).map((figure) => ({ ...figure, value: figure.best ?? figure.low ?? figure.high ?? figure.fraction }))
  return [...quantities, ...counted].map(({ start, end, modifier, value, low, high, change }) => ({ start, end, modifier, value, low, high, change: change ?? changes[modifier] }))
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
  const right = { found: 0, value: 0, change: 0 }
  const remarks = { missed: [], value: [], change: [], extra: [] }
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
    }
    left.forEach((answer) => remarks.extra.push(`${id.slice(-3)} ${answer.change} ${answer.value} ${answer.low} ${answer.high}  ${words(answer)}`))
  })
  const row = (measure, n) => {
    const [p, r] = [pred ? n / pred : 0, gold ? n / gold : 0]
    return { kind: 'quantities', measure, p, r, f1: p + r ? (2 * p * r) / (p + r) : 0, gold, pred }
  }
  if (errors) for (const [kind, list] of Object.entries(remarks)) console.log(`-- ${kind} (${list.length})`), list.slice(0, errors).forEach((remark) => console.log(`   ${remark}`))
  return [row('found', right.found), row('value', right.value), row('value and change', right.change)]
}
