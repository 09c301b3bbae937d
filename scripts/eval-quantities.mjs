// Compares quantities with a set that records each number's value, its change ("=", "~", ">", "<", "up", "down") and its unit.
// Casualty figures and durations are quantities there too, so they are taken in. A sum of money or a rise counts by its value alone.

const changes = { exact: '=', approximately: '~', at_least: '>', at_most: '<' }

/** Everything with a number that the command found: `{ start, end, low, high, change }`. */
function answers({ quantities = [], casualties = [], times = [] }) {
  const counted = [...quantities, ...casualties.map((figure) => ({ ...figure, value: figure.best ?? figure.low ?? figure.high ?? figure.fraction }))]
  const durations = times.flatMap(({ start, end, type, value }) => {
    const number = type === 'DURATION' && /^PT?(\d+(?:\.\d+)?)[A-Z]$/.exec(value ?? '')
    return number ? [{ start, end, modifier: 'exact', value: Number(number[1]) }] : []
  })
  return [...counted, ...durations].map(({ start, end, modifier, value, low, high }) => ({ start, end, value, low, high, change: changes[modifier] }))
}

/** Two numbers for a range, one otherwise. */
function bounds(value) {
  const range = /^(-?[\d.eE+]+)\s*-\s*([\d.eE+-]+)$/.exec(value)
  return range ? [Number(range[1]), Number(range[2])] : [Number(value)]
}

const near = (a, b) => a != null && b != null && Math.abs(Math.abs(a) - Math.abs(b)) <= 1e-6 * Math.max(1, Math.abs(b))
const valueRight = (gold, answer) => {
  const [low, high] = bounds(gold.value)
  return high === undefined ? near(answer.value, low) : near(answer.low ?? answer.value, low) && near(answer.high, high)
}
const overlap = (a, b) => Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0

/** Table rows, and with `errors` so many remarks of each kind, for documents and the command's answers in the same order. */
export function compareQuantities(documents, predictions, errors = 0) {
  let gold = 0
  let pred = 0
  const right = { found: 0, value: 0, change: 0 }
  const remarks = { missed: [], value: [], extra: [] }
  documents.forEach(({ text, quantities }, index) => {
    const points = [...text]
    const words = ({ start, end }) => `${points.slice(Math.max(0, start - 20), start).join('')}[${points.slice(start, end).join('')}]${points.slice(end, end + 20).join('')}`
    const left = new Set(answers(predictions[index]))
    gold += quantities.length
    pred += left.size
    for (const item of quantities) {
      const touching = [...left].filter((answer) => overlap(item, answer))
      const answer = touching.find((candidate) => valueRight(item, candidate)) ?? touching[0]
      if (!answer) {
        remarks.missed.push(`${item.value}  ${words(item)}`)
        continue
      }
      left.delete(answer)
      right.found++
      if (!valueRight(item, answer)) {
        remarks.value.push(`${item.value}, not ${JSON.stringify([answer.value, answer.low, answer.high])}  ${words(item)}`)
        continue
      }
      right.value++
      if (['up', 'down'].includes(item.change) || bounds(item.value).length === 2 || answer.change === item.change) right.change++
    }
    left.forEach((answer) => remarks.extra.push(`${answer.value}  ${words(answer)}`))
  })
  const row = (measure, n) => {
    const [p, r] = [pred ? n / pred : 0, gold ? n / gold : 0]
    return { kind: 'quantities', measure, p, r, f1: p + r ? (2 * p * r) / (p + r) : 0, gold, pred }
  }
  if (errors) for (const [kind, list] of Object.entries(remarks)) console.log(`-- ${kind} (${list.length})`), list.slice(0, errors).forEach((remark) => console.log(`   ${remark}`))
  return [row('found', right.found), row('value', right.value), row('value and change', right.change)]
}
