// How well names are put together: B-cubed over the clusters of named mentions, for sets that label clusters.
//
// A found name is taken for the shortest labelled mention that it overlaps (some sets mark whole noun phrases), each once. Two
// measures: over the mentions that both have, which tells clustering alone; and over all, where a mention without a partner counts as
// wrong, which holds finding the names too. (Bagga and Baldwin 1998.)

const KINDS = ['PER', 'ORG', 'LOC']

/** Named mentions with a cluster. */
const labelledMentions = ({ entities, annotated }) => {
  const kinds = KINDS.filter((kind) => annotated?.entities?.includes(kind) ?? true)
  return entities.filter(({ named, ignore, cluster, type }) => named !== false && !ignore && cluster !== undefined && kinds.includes(type))
}

/** Whether a set labels clusters of named mentions. */
export const hasClusters = (documents) => documents.some((document) => document.entities?.some(({ cluster, named }) => cluster !== undefined && named))

function pair(gold, found) {
  const taken = new Set()
  return found.map((name) => {
    const partners = gold.filter((mention) => !taken.has(mention) && mention.start < name.end && name.start < mention.end)
    const partner = partners.sort((a, b) => a.end - a.start - (b.end - b.start))[0]
    taken.add(partner)
    return partner
  })
}

/** The sum over `items` of the share of an item's cluster here that is in its cluster there too. */
function agreement(items, here, there) {
  return items.reduce((sum, item) => {
    const cluster = items.filter((other) => here(other) === here(item))
    return sum + cluster.filter((other) => there(other) === there(item)).length / cluster.length
  }, 0)
}

/** Rows for the table. */
export function compareCoreference(documents, answers, errors) {
  const sums = { matched: 0, gold: 0, found: 0, p: 0, r: 0, allP: 0, allR: 0 }
  for (const document of documents) {
    const answer = answers.find(({ id }) => id === document.id)
    const gold = labelledMentions(document)
    const found = answer.entities.filter(({ type }) => KINDS.includes(type))
    const partners = pair(gold, found)
    const matched = found.map((name, at) => ({ name, mention: partners[at] })).filter(({ mention }) => mention)
    const ours = ({ name }) => name.cluster
    const theirs = ({ mention }) => mention.cluster
    sums.matched += matched.length
    sums.gold += gold.length
    sums.found += found.length
    sums.p += agreement(matched, ours, theirs)
    sums.r += agreement(matched, theirs, ours)
    // Over all: clusters are as large as each side has them, and a mention without a partner has nothing in common with the other.
    for (const item of matched) {
      const same = matched.filter((other) => ours(other) === ours(item) && theirs(other) === theirs(item)).length
      sums.allP += same / found.filter(({ cluster }) => cluster === ours(item)).length
      sums.allR += same / gold.filter(({ cluster }) => cluster === theirs(item)).length
    }
    if (errors) show(document, matched, ours, theirs)
  }
  const row = (measure, p, r) => ({ kind: 'clusters', measure, p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 })
  return [
    { ...row('B-cubed, names found by both', sums.p / sums.matched, sums.r / sums.matched), gold: sums.matched, pred: sums.matched },
    { ...row('B-cubed, all names', sums.allP / sums.found, sums.allR / sums.gold), gold: sums.gold, pred: sums.found },
  ]
}

/** Prints clusters of ours that hold several of theirs, and theirs that are several of ours. */
function show({ id, text }, matched, ours, theirs) {
  const words = ({ name }) => text.slice(name.start, name.end).replace(/\s+/g, ' ')
  const told = (title, here, there) => {
    for (const cluster of new Set(matched.map(here))) {
      const items = matched.filter((item) => here(item) === cluster)
      const parts = [...new Set(items.map(there))].map((part) => [...new Set(items.filter((item) => there(item) === part).map(words))].join(' = '))
      if (parts.length > 1) console.log(`${id}: ${title}: ${parts.join(' | ')}`)
    }
  }
  told('joined', ours, theirs)
  told('parted', theirs, ours)
}
