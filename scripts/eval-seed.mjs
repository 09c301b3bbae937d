// Compares the command's answer on the seed article with its facts by careful reading. That record has a shape of its own: variants of
// extent and type that are as good, things that may be tagged or not, and traps that must not be tagged.

const overlap = (a, b) => Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0
const extents = ({ start, end, alt_spans: others = [] }) => [{ start, end }, ...others.map(([from, to]) => ({ start: from, end: to }))]
const sameExtent = (gold, answer) => extents(gold).some(({ start, end }) => start === answer.start && end === answer.end)
const touches = (gold, answer) => extents(gold).some((extent) => overlap(extent, answer))

function row(kind, measure, right, gold, pred) {
  const p = pred ? right / pred : 0
  const r = gold ? right / gold : 0
  return { kind, measure, p, r, f1: p + r ? (2 * p * r) / (p + r) : 0, gold, pred }
}

/** Pairs gold with answers one to one; `right` tells whether a pair counts. Returns pairs and what stays alone. */
function match(gold, answers, right) {
  const left = new Set(answers)
  const pairs = []
  const missed = []
  for (const item of gold) {
    const found = [...left].find((answer) => right(item, answer))
    if (found) left.delete(found)
    found ? pairs.push([item, found]) : missed.push(item)
  }
  return { pairs, missed, left: [...left] }
}

function names(gold, answer, remark) {
  // The command's four types put peoples with the rest.
  const type = (name) => (name === 'NORP' ? 'MISC' : name)
  const typeRight = (item, { type: given }) => [item.type, ...(item.alt_types ?? [])].map(type).includes(given)
  const { pairs, missed, left } = match(gold.entities, answer.entities ?? [], (item, given) => sameExtent(item, given) && typeRight(item, given))
  const extra = left.filter((given) => !gold.entities_optional.some((item) => sameExtent(item, given)))
  missed.forEach((item) => remark('name missed', item, (answer.entities ?? []).filter((given) => touches(item, given)).map((given) => `${given.start}-${given.end} ${given.type}`).join('; ')))
  extra.forEach((given) => remark('name extra', given, given.type))
  const all = row('names', 'extent and type', pairs.length, gold.entities.length, pairs.length + extra.length)
  const byType = ['PER', 'ORG', 'LOC', 'NORP'].map((name) => {
    const wanted = gold.entities.filter((item) => item.type === name)
    return { kind: 'names', measure: name, r: pairs.filter(([item]) => item.type === name).length / wanted.length, gold: wanted.length }
  })
  return [all, ...byType]
}

function times(gold, answer, remark) {
  const given = answer.times ?? []
  const core = gold.times.filter(({ tier }) => tier === 'core')
  const { pairs, missed, left } = match(core, given, sameExtent)
  const extra = left.filter((time) => !gold.times.some((item) => touches(item, time)))
  const valueRight = ([item, time]) => [item.value, ...(item.alt_values ?? [])].includes(time.value)
  const right = pairs.filter(valueRight)
  missed.forEach((item) => remark('time missed', item, item.value))
  extra.forEach((time) => remark('time extra', time, time.value))
  pairs.filter((pair) => !valueRight(pair)).forEach(([item, time]) => remark('time value', item, `${time.value}, not ${item.value}`))
  const pred = pairs.length + extra.length
  return [row('times', 'extent', pairs.length, core.length, pred), row('times', 'extent and value', right.length, core.length, pred)]
}

function casualties(gold, answer, remark) {
  const given = answer.casualties ?? []
  const right = (item, figure) =>
    overlap({ start: item.number_span[0], end: item.number_span[1] }, figure) && figure.effect === item.effect && (figure.low ?? null) === item.low && (figure.high ?? null) === item.high && (figure.fraction ?? null) === (item.fraction ?? null)
  const { pairs, missed, left } = match(gold.casualties, given, right)
  missed.forEach((item) => remark('figure missed', item, given.filter((figure) => overlap(item, figure)).map(({ effect, low, high, fraction }) => JSON.stringify({ effect, low, high, fraction })).join('; ')))
  left.forEach((figure) => remark('figure extra', figure, JSON.stringify({ effect: figure.effect, low: figure.low, high: figure.high })))
  return [row('casualties', 'effect and bounds', pairs.length, gold.casualties.length, given.length)]
}

/** Words in quotation marks that somebody speaks; scare quotes are nobody's. */
function quotes(gold, { quotes: given }, remark) {
  const length = ({ start, end }) => end - start
  const shared = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  const spoken = gold.quotes.filter(({ kind }) => kind !== 'scare')
  const quoted = given.filter(({ form }) => form !== 'indirect')
  const half = (item, quote) => 2 * shared(item, quote) >= Math.max(length(item), length(quote))
  const { pairs, missed, left } = match(spoken, quoted, half)
  const mentions = (speaker) => ({ ...gold.coref_people, ...gold.coref_other })[speaker]?.mentions ?? []
  // The mention makes up half of the words that name the speaker at least: a title may stand with it, half a sentence may not.
  const speakerRight = ([item, { speaker }]) => speaker && mentions(item.speaker).some((mention) => half(mention, speaker))
  missed.forEach((item) => remark('quote missed', item))
  left.forEach((quote) => remark('quote extra', quote))
  pairs.filter((pair) => !speakerRight(pair)).forEach(([item, { speaker }]) => remark('quote speaker', item, `${speaker?.text}, not ${item.speaker}`))
  return [
    row('quotes', 'words', pairs.length, spoken.length, quoted.length),
    row('quotes', 'words and speaker', pairs.filter(speakerRight).length, spoken.length, quoted.length),
  ]
}

/** Traps: words that look like a time or a figure and are none. */
function decoys(gold, answer, remark) {
  const count = (kind, traps, given, isGold) => {
    const caught = traps.filter((trap) => given.some((item) => overlap(trap, item) && !isGold(item)))
    caught.forEach((trap) => remark(`${kind} trap`, trap, trap.why))
    return { kind, measure: 'traps left alone', r: 1 - caught.length / traps.length, gold: traps.length }
  }
  return [
    count('times', gold.times_not_gold, answer.times ?? [], (item) => gold.times.some((time) => sameExtent(time, item))),
    count('casualties', gold.casualties_decoys, answer.casualties ?? [], () => false),
    count('quantities', gold.numbers_decoys, answer.quantities ?? [], () => false),
  ]
}

/**
 * Rows for the table, and a remark for each thing that is missed, extra or wrong. Offsets count code points. `answer` is the command's
 * line of JSON, `facts` its whole object, where quotes inside reports stand too.
 */
export function compareSeed(gold, text, answer, facts) {
  const points = [...text]
  const remarks = []
  const remark = (what, { start, end }, more = '') => remarks.push(`${what.padEnd(14)} ${JSON.stringify(points.slice(start, end).join(''))} at ${start} ${more}`)
  const rows = [names, times, casualties, decoys].flatMap((compare) => compare(gold, answer, remark)).concat(quotes(gold, facts, remark))
  return { rows, remarks }
}
