// The demo: tags its own article, then whatever the reader pastes or opens.
'use strict'

{
  const article = document.querySelector('#article')
  const status = document.querySelector('#status')
  const toggle = document.querySelector('#toggle')
  const form = document.querySelector('#form')
  const paste = document.querySelector('#paste')
  const published = document.querySelector('#published')
  const file = document.querySelector('#file')
  const back = document.querySelector('#sample')
  const sample = [...article.childNodes]
  const title = document.title

  let controller = null
  /** What the article on show says about itself. */
  let about = { published: '2025-03-11', title: article.querySelector('h1').textContent }

  const say = (words) => (status.textContent = words)

  function showState() {
    toggle.disabled = false
    toggle.textContent = controller ? 'Tags off' : 'Tags on'
  }

  async function tag() {
    toggle.disabled = true
    say('Reading …')
    try {
      controller = await window.sidelight.annotate(article, { ...about, card: roomForCard() ? 'open' : 'closed' })
      say(summary(controller.facts))
    } catch (error) {
      controller = null
      say(error.message)
    }
    showState()
  }

  /** Beside the text, not over it: on a phone the reader opens the card. */
  const roomForCard = () => matchMedia('(min-width: 68rem)').matches

  function summary(facts) {
    if (facts.reading === 'other_language') return 'This article is not in English: nothing was tagged.'
    const count = (list, one, many) => `${list.length} ${list.length === 1 ? one : many}`
    return [
      count(facts.figures, 'casualty figure', 'casualty figures'),
      count(facts.entities, 'name', 'names'),
      count(facts.times, 'date or time', 'dates and times'),
      count(facts.quotes, 'quote', 'quotes'),
    ].join(' · ')
  }

  async function show(content, facts, declarations = []) {
    controller?.destroy()
    controller = null
    about = facts
    declare(declarations)
    article.replaceChildren(...content)
    document.title = `${facts.title || 'Your article'} — Sidelight`
    back.hidden = content === sample
    article.scrollIntoView()
    await tag()
  }

  // ——— Reading what is pasted: the document is parsed without being loaded, and only its text structure is copied. ———

  const kept = new Set(
    'article section div header main p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q cite figure figcaption table caption thead tbody tfoot tr td th em strong b i u s del ins sub sup small abbr time span a mark code pre'.split(' '),
  )
  const dropped = 'script,style,noscript,template,svg,math,canvas,iframe,object,embed,video,audio,picture,img,form,input,button,select,textarea,nav,aside,footer,dialog,[hidden],[aria-hidden="true"],[role="navigation"],[role="complementary"]'

  /** A copy of the structure of `node`, without any attribute but those that tell what the text is. */
  function copyInto(target, node) {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) target.append(child.data)
      if (child.nodeType !== Node.ELEMENT_NODE || child.matches(dropped)) continue
      const name = child.localName
      if (!kept.has(name)) {
        copyInto(target, child)
        continue
      }
      // Neither links nor anchors lead anywhere in the copy, and the page has its <main> already.
      const copy = document.createElement({ a: 'span', main: 'div' }[name] ?? name)
      if (name === 'time' && child.dateTime) copy.dateTime = child.dateTime
      for (const attribute of ['class', 'itemprop', 'lang', 'dir']) {
        if (child.hasAttribute(attribute)) copy.setAttribute(attribute, child.getAttribute(attribute))
      }
      copyInto(copy, child)
      target.append(copy)
    }
  }

  const longest = (elements) => [...elements].sort((a, b) => b.textContent.length - a.textContent.length)[0]

  /** The part of a page that is most likely its article. */
  function articleOf(page) {
    const enough = (element) => element && element.querySelectorAll('p').length >= 2
    return ['[itemprop~="articleBody"]', 'article', 'main, [role="main"]'].map((where) => longest(page.querySelectorAll(where))).find(enough) ?? page.body
  }

  const isLinkedData = 'script[type="application/ld+json"]'

  /** Copies of what a page says about its article, for Sidelight to read in our head: day, publisher, titles. */
  function declarationsOf(page) {
    const metas = [...page.querySelectorAll('meta[content]')].flatMap((meta) => {
      const kind = ['property', 'name', 'itemprop'].find((kind) => meta.hasAttribute(kind))
      if (!kind || !/date|time|publi|created|issued|site_name|^og:url$/i.test(meta.getAttribute(kind))) return []
      const copy = document.createElement('meta')
      for (const name of [kind, 'content']) copy.setAttribute(name, meta.getAttribute(name))
      return [copy]
    })
    // The address tells the day where nothing else does.
    const canonical = page.querySelector('link[rel="canonical"]')
    const address = canonical ? [document.createElement('link')] : []
    for (const link of address) Object.assign(link, { rel: 'canonical', href: canonical.getAttribute('href') })
    const linked = [...page.querySelectorAll(isLinkedData)].map((script) => {
      const copy = document.createElement('script')
      copy.type = 'application/ld+json'
      copy.textContent = script.textContent
      return copy
    })
    return [...metas, ...address, ...linked]
  }

  const ownDeclarations = [...document.head.querySelectorAll(`${isLinkedData}, meta[property^="article:"]`)]
  let declared = ownDeclarations

  /** The head tells of the article on show, never of the one before it. */
  function declare(declarations) {
    for (const element of declared) element.remove()
    document.head.append(...declarations)
    declared = declarations
  }

  function fromHtml(source) {
    const page = new DOMParser().parseFromString(source, 'text/html')
    const body = articleOf(page)
    const content = document.createElement('div')
    const heading = page.querySelector('h1')
    if (heading && !body.contains(heading)) {
      const copy = document.createElement('h1')
      copyInto(copy, heading)
      content.append(copy)
    }
    copyInto(content, body)
    const stamp = page.querySelector('time[datetime]')
    if (stamp && !content.querySelector('time')) {
      // A page may say its day outside of its article.
      const line = document.createElement('p')
      const copy = document.createElement('time')
      copy.dateTime = stamp.dateTime
      copy.textContent = stamp.textContent.trim() || stamp.dateTime
      line.append(copy)
      content.prepend(line)
    }
    const name = page.querySelector('meta[property="og:title"]')?.content || heading?.textContent.trim() || page.title
    const facts = { published: published.value || undefined, title: name, language: page.documentElement.lang || undefined }
    return { content: [content], facts, declarations: declarationsOf(page) }
  }

  function fromText(source) {
    const paragraphs = source.replace(/\r\n?/g, '\n').split(/\n\s*\n/).map((text) => text.trim()).filter(Boolean)
    // A text pasted from a page may have one line a paragraph.
    const lines = paragraphs.length > 1 ? paragraphs : source.split('\n').map((text) => text.trim()).filter(Boolean)
    const content = lines.map((text, index) => {
      const isTitle = index === 0 && lines.length > 1 && text.length < 150 && !/[.!?…]["”’)]*$/.test(text)
      const element = document.createElement(isTitle ? 'h1' : 'p')
      element.textContent = text
      return element
    })
    const name = content[0]?.localName === 'h1' ? content[0].textContent : undefined
    return { content, facts: { published: published.value || undefined, title: name } }
  }

  /** The text of a file: by its byte order mark, else by what a page says of itself near its beginning, else UTF-8. */
  function decoded(bytes) {
    const head = new TextDecoder('latin1').decode(bytes.slice(0, 2048))
    const marked = { 'ÿþ': 'utf-16le', 'þÿ': 'utf-16be' }[head.slice(0, 2)]
    const declared = head.match(/<meta[^>]+charset\s*=\s*["']?([\w-]+)/i)?.[1]
    try {
      return new TextDecoder(marked ?? declared ?? 'utf-8').decode(bytes)
    } catch {
      return new TextDecoder().decode(bytes)
    }
  }

  const looksLikeHtml = (source) => /<(?:!doctype|html|head|body|article|main|div|p|h[1-6]|section|span|br)\b[^>]*>/i.test(source)

  async function read(source) {
    if (!source.trim()) {
      say('There is nothing to read yet: paste an article or open a file.')
      paste.focus()
      return
    }
    const { content, facts, declarations } = looksLikeHtml(source) ? fromHtml(source) : fromText(source)
    if (!content.some((node) => node.textContent.trim())) {
      say('There is no text in this page.')
      return
    }
    await show(content, facts, declarations)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    read(paste.value)
  })
  file.addEventListener('change', async () => {
    const [chosen] = file.files
    if (chosen) read(decoded(await chosen.arrayBuffer()))
  })
  back.addEventListener('click', () => show(sample, { published: '2025-03-11', title: sample.find((node) => node.localName === 'header').querySelector('h1').textContent }, ownDeclarations).then(() => (document.title = title)))
  toggle.addEventListener('click', () => {
    if (!controller) return tag()
    controller.destroy()
    controller = null
    say('The page is as it was.')
    showState()
  })

  if (window.sidelight) tag()
  else say('sidelight.js did not load.')
}
