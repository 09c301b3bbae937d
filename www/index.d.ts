/** Reads a news article and puts its facts beside it, in the browser. */

export declare const version: string

/** Kinds of tags. */
export type Kind = 'casualty' | 'person' | 'organization' | 'place' | 'nationality' | 'time' | 'quantity' | 'quote'
export declare const kinds: readonly Kind[]

/** Forms of export: the whole analysis as JSON, casualty figures as CSV, every mention as a W3C Web Annotation. */
export type Format = 'json' | 'csv' | 'web-annotation'
export declare const formats: readonly Format[]

export interface InitOptions {
  /** The WebAssembly module: where it lies, or what is at hand of it. Default: `sidelight_bg.wasm` beside this file. */
  wasm?: string | URL | Response | Promise<Response> | BufferSource | WebAssembly.Module
  /** The plain-JavaScript build, for pages whose policy forbids WebAssembly: where it lies, the module itself, or `null` for none. */
  plain?: string | URL | { instantiate(glue: object): object } | null
}

/** Loads the module. Needed only to say where its files are, or to have it ready before its first use. */
export declare function init(options?: InitOptions): Promise<void>

export interface AnalysisOptions {
  /** The day on which the article was published (`YYYY-MM-DD`), from which "Monday" is counted. Never guessed to be today. */
  published?: string | Date
  /** The article's language, as a BCP 47 tag. English is read; for another the analysis says so and tags nothing. */
  language?: string
  title?: string
  url?: string
}

/** Reads a text. Works wherever JavaScript does: page, worker, Node. */
export declare function analyze(text: string, options?: AnalysisOptions): Promise<Facts>

/** Reads a text and writes its facts in one of `formats`; default `json`. */
export declare function exportText(text: string, format?: Format, options?: AnalysisOptions): Promise<string>

export interface AnnotateOptions extends AnalysisOptions {
  /** Kinds to tag; default all. */
  kinds?: Kind[]
  /** `highlight` (default) leaves the page's elements alone; `mark` wraps tagged words in `<mark>`, for pages that are printed. */
  renderer?: 'highlight' | 'mark'
  /** Whether the fact card is open at first; default `closed`. */
  card?: 'open' | 'closed'
  /** Ends the session when aborted. */
  signal?: AbortSignal
}

/**
 * Tags the article in `root`, or the article found in the document, and sets its fact card beside it.
 * A root that is tagged already is tagged anew.
 */
export declare function annotate(root?: Element | null, options?: AnnotateOptions): Promise<Controller>

/** A tagged article. After `destroy`, and after the module stopped (`sidelight:error`), its methods throw a `SidelightError`. */
export interface Controller {
  /** The facts of the article. */
  readonly facts: Facts
  /** Whether the fact card is open. */
  readonly isOpen: boolean
  /** Opens the fact card. */
  open(): void
  /** Closes the fact card; the tags stay. */
  close(): void
  /** Reads the article again. */
  refresh(): Promise<void>
  /** The facts in one of `formats`; default `json`. */
  export(format?: Format): string
  /** Takes tags and card away: the page is as it was. */
  destroy(): void
}

/** `load`: no build could be loaded. `lost`: the module stopped; the page is as it was. `closed`: the session is over. `argument`: wrong call. */
export declare class SidelightError extends Error {
  readonly code: 'load' | 'lost' | 'closed' | 'argument'
}

/** Events on the root (or the document), bubbling and composed. */
export interface SidelightEvents {
  /** The article was read; again whenever the page changed it. */
  'sidelight:facts': CustomEvent<{ facts: Facts }>
  /** `tasks`: into how many tasks the work was cut; `longest`: the longest of them, in milliseconds. */
  'sidelight:ready': CustomEvent<{ controller: Controller; tasks: number; longest: number }>
  /** The reader chose a tag or an entry of the card. */
  'sidelight:select': CustomEvent<Piece & { list: 'figures' | 'quantities' | 'times' | 'entities' | 'quotes'; index: number }>
  'sidelight:error': CustomEvent<{ error: SidelightError }>
  'sidelight:destroy': CustomEvent<Record<string, never>>
}

declare global {
  interface GlobalEventHandlersEventMap extends SidelightEvents {}
}

// ——— What is found. Offsets count UTF-16 code units of the article's text; `null` is "the article does not say". ———

/** A stretch of the article's text. */
export interface Piece {
  start: number
  end: number
  text: string
}

export type Confidence = 'low' | 'medium' | 'high'
export type Modifier = 'exact' | 'at_least' | 'at_most' | 'approximately' | 'range' | 'vague' | 'fraction' | 'none_of'

export interface Facts {
  /** Of an article on a page only: `not_an_article` where the page holds none. */
  state?: 'reading' | 'ready' | 'not_an_article' | 'other_language' | 'empty'
  schema_version: number
  tool: { name: string; version: string }
  offset_unit: 'utf16' | 'code_point'
  /** `empty`: there is no text; `other_language`: it is not English, and nothing was tagged. */
  reading: 'analysed' | 'empty' | 'other_language'
  other_language: string | null
  article: {
    title: string | null
    url: string | null
    publisher: string | null
    language: string | null
    published: string | null
    published_source: 'given' | 'json_ld' | 'meta' | 'time_element' | 'byline' | 'url' | null
  }
  /** The day that relative dates are counted from, and where it was found. */
  anchor: { date: string | null; source: string | null; evidence: Piece | null }
  figures: Figure[]
  quantities: Quantity[]
  times: Time[]
  entities: Entity[]
  quotes: Quote[]
}

/** A reported casualty figure. References are indices into the lists of `Facts`. */
export interface Figure extends Piece {
  effect: 'killed' | 'injured' | 'missing' | 'displaced' | 'detained' | 'abducted' | 'casualties' | 'housing_destroyed' | 'housing_damaged'
  modifier: Modifier
  low: number | null
  high: number | null
  best: number | null
  fraction: number | null
  fraction_of: Piece | null
  trigger: Piece
  victims: Piece | null
  victim_status: 'civilian' | 'combatant' | 'security_force' | 'mixed' | 'unknown'
  victim_groups: string[]
  status: 'asserted' | 'feared' | 'hypothetical' | 'denied' | 'planned'
  scope: 'incident' | 'cumulative' | 'part' | 'unknown'
  implicit: boolean
  unit: Piece | null
  source: (Piece & { kind: string; entity: number | null; verb: Piece | null }) | null
  cause: Piece | null
  target: Piece | null
  actor: Piece | null
  actor_entity: number | null
  /** What became of the people: prisoners freed, refugees returned; `status` is `planned` where it is to come. */
  outcome: (Piece & { kind: 'freed' | 'rescued' | 'returned' | 'escaped' | 'found'; status: 'asserted' | 'planned' }) | null
  time: (Piece & Days & { precision: string | null; origin: 'sentence' | 'context' }) | null
  place: (Piece & PlaceFacts & { entity: number | null; origin: 'sentence' | 'context' }) | null
  part_of: number | null
  same_as: number | null
  conflicts_with: number[]
  supersedes: number | null
  background: boolean
  sentence: Piece
  rule: string
  confidence: Confidence
}

/** First and last day, both included, as `YYYY-MM-DD`. */
export interface Days {
  date_start: string | null
  date_end: string | null
}

/** Of a place that the tables know. */
export interface PlaceFacts {
  /** ISO 3166-1 alpha-2. */
  country: string | null
  latitude: number | null
  longitude: number | null
  place_precision: 'point' | 'city' | 'region' | 'country' | 'continent' | null
}

/** What a quantity measures or counts. */
export type QuantityKind =
  | 'money' | 'percent' | 'share' | 'length' | 'area' | 'mass' | 'volume' | 'speed' | 'temperature' | 'energy' | 'power' | 'data' | 'frequency' | 'pressure'
  /** another unit of measure */
  | 'measure'
  /** a length of time, which is among the times too, and an age */
  | 'duration' | 'age'
  /** counts: people other than casualties, weapons, things told by their noun */
  | 'people' | 'weapons' | 'things'
  /** a number by itself, and "one of" many */
  | 'number'

/** A quantity that is no casualty figure and no date. The card and the tags leave out durations, ages and bare numbers. */
export interface Quantity extends Piece {
  modifier: Modifier
  /** The number as worded; of a move from one number to another the first. A share is a part of 1. */
  value: number
  low: number | null
  high: number | null
  /** Which way something moved by it, or, for a range, from one end to the other; null for a level. */
  change: 'up' | 'down' | null
  kind: QuantityKind
  /** Short form ("km", "USD", "%"), or the noun counted; empty where there is none. */
  unit: string
  /** What it is told for each of: "month" of "$30 a month". */
  per: string | null
  /** What happened to the people counted, where it makes no casualties of them; stranded and trapped people are `affected`. */
  effect: 'affected' | 'rescued' | 'infected' | null
  rule: string
  confidence: Confidence
}

/** A temporal expression; `type`, `value` and `mod` as in TIMEX3. */
export interface Time extends Piece, Days {
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  value: string
  mod: string | null
  precision: string | null
  anchor: 'explicit' | 'publication' | 'previous_date' | 'utterance' | 'none'
  anchor_text: Piece | null
  rule: string
  confidence: Confidence
}

export interface Entity extends PlaceFacts {
  kind: 'person' | 'organization' | 'place' | 'nationality' | 'miscellaneous'
  name: string
  aliases: string[]
  roles: Piece[]
  mentions: (Piece & { form: 'name' | 'role' | 'pronoun' })[]
  /** `wikidata` (Q…), `iso3166-1` (two letters), `wikipedia` (title of an article in the English one). */
  identifiers: { scheme: string; value: string }[]
  dateline: boolean
  confidence: Confidence
}

export interface Quote extends Piece {
  form: 'direct' | 'partial' | 'indirect'
  speaker: Piece | null
  speaker_entity: number | null
  verb: Piece | null
  rule: string
  confidence: Confidence
}
