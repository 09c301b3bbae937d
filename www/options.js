// What callers may ask for, checked here so that a slip is told at once and in words.
import { SidelightError } from './errors.js'

/** The kinds of facts that can be tagged. */
export const kinds = ['casualty', 'person', 'organization', 'place', 'nationality', 'time', 'quantity', 'quote']

/** The forms that facts can be exported in. */
export const formats = ['json', 'csv', 'web-annotation']

const wrong = (message) => new SidelightError('argument', message)

function oneOf(name, value, allowed) {
  if (value === undefined || value === null) return undefined
  if (!allowed.includes(value)) throw wrong(`${name} is ${JSON.stringify(value)}; it takes ${allowed.join(', ')}`)
  return value
}

/** `YYYY-MM-DD` out of a `Date` (its day in UTC) or a string that begins with one. */
function day(value) {
  if (value === undefined || value === null || value === '') return undefined
  const text = value instanceof Date ? (Number.isNaN(value.getTime()) ? '' : value.toISOString()) : String(value)
  const [, year, month, date] = text.match(/^(\d{4})-(\d{2})-(\d{2})(?!\d)/) ?? []
  const exists = year && new Date(Date.UTC(year, month - 1, date)).getUTCDate() === Number(date) && month >= 1 && month <= 12
  if (!exists) throw wrong(`published is ${JSON.stringify(value)}; it takes a date such as "2026-03-14"`)
  return `${year}-${month}-${date}`
}

function kindList(value) {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) throw wrong('kinds takes a list')
  for (const kind of value) oneOf('kinds', kind, kinds)
  return [...value]
}

/** A slip in a name is told too. */
function onlyNamed(given, names) {
  for (const name of Object.keys(given)) if (!names.includes(name)) throw wrong(`there is no option ${name}; there are ${names.join(', ')}`)
}

const analysisNames = ['published', 'language', 'title', 'url']
const sessionNames = [...analysisNames, 'kinds', 'renderer', 'card', 'signal']

const text = (value) => (value === undefined || value === null ? undefined : String(value))

/** Options of an analysis as the module takes them. */
export function analysisOptions(given = {}, names = analysisNames) {
  onlyNamed(given, names)
  return present({
    published: day(given.published),
    language: text(given.language),
    title: text(given.title),
    url: text(given.url),
  })
}

/** Options of a session as the module takes them. */
export function sessionOptions(given = {}) {
  return present({
    ...analysisOptions(given, sessionNames),
    kinds: kindList(given.kinds),
    renderer: oneOf('renderer', given.renderer, ['highlight', 'mark']),
    card: oneOf('card', given.card, ['closed', 'open']),
  })
}

export function format(value) {
  if (value === undefined) return 'json'
  return oneOf('format', value, formats) ?? 'json'
}

const present = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
