use super::*;
use crate::text::{Block, BlockKind};

/// Fills a tree from a small subset of HTML: no void elements but `br`, all attributes quoted.
fn tree(html: &str) -> Tree {
    let mut tree = Tree::default();
    let mut rest = html;
    while !rest.is_empty() {
        if let Some(tail) = rest.strip_prefix('<') {
            let (inside, tail) = tail.split_once('>').expect("an end of the tag");
            rest = tail;
            if inside.starts_with('/') {
                tree.close();
                continue;
            }
            let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
            let descent = tree.open(name, |wanted| {
                let value = attributes.split_once(&format!("{wanted}=\""))?.1;
                value.split_once('"').map(|(value, _)| value.to_owned())
            });
            let close = format!("</{name}>");
            match descent {
                _ if matches!(name, "br" | "meta") => tree.close(),
                Descent::Enter => {}
                Descent::Pass => rest = &rest[rest.find(&close).expect("an end of the element")..],
                Descent::Data => {
                    let (data, _) = rest.split_once(&close).expect("an end of the element");
                    tree.data(data.to_owned());
                    rest = &rest[data.len()..];
                }
            }
        } else {
            let (text, _) = rest.split_once('<').unwrap_or((rest, ""));
            tree.text(text.to_owned());
            rest = &rest[text.len()..];
        }
    }
    tree.close_all();
    tree
}

/// The article of one element.
fn read(html: &str) -> Article {
    let tree = tree(html);
    let plan = plan(&tree, Some(0)).expect("a plan");
    let mut assembler = Assembler::new(&tree, &plan);
    while assembler.advance(&tree, &plan, 3) {}
    let (article, segments) = finish(&tree, &plan, assembler, None).expect("an article");
    for (byte, c) in article.text.char_indices() {
        let span = crate::text::ByteSpan::new(byte, byte + c.len_utf8());
        for piece in segments.pieces(&article.text, span) {
            let Content::Text(live) = &tree.nodes()[piece.node as usize].content else { panic!("a text node") };
            let units: Vec<u16> = live.encode_utf16().skip(piece.start as usize).take((piece.end - piece.start) as usize).collect();
            assert!(reads_as(&String::from_utf16(&units).unwrap(), piece.words), "{piece:?} in {live:?}");
            assert_eq!(segments.byte_at(&article.text, piece.node, piece.start), Some(byte));
        }
    }
    article
}

fn blocks(html: &str) -> Vec<(BlockKind, String)> {
    let article = read(html);
    article.blocks.iter().map(|Block { span, kind, .. }| (*kind, span.of(&article.text).to_owned())).collect()
}

fn text(html: &str) -> String {
    read(html).text
}

#[test]
fn blocks_and_inline_elements() {
    assert_eq!(
        text("<div><p>Two  <b>men</b>\n were<i> hurt</i>.</p><p>in<b>visible</b> <span></span> ink</p></div>"),
        "Two men were hurt.\ninvisible ink"
    );
    assert_eq!(text("<div>One<br>two<br><br>three<div>four</div>five</div>"), "One\ntwo\nthree\nfour\nfive");
    assert_eq!(blocks("<div>One<br>\u{A0}<br>two</div>").len(), 2);
}

#[test]
fn kinds_of_blocks() {
    use BlockKind::*;
    assert_eq!(
        blocks(
            "<div><h1>Storm hits the coast</h1><h2>What we know</h2><ul><li><p>One</p></li></ul><blockquote><p>Two</p></blockquote><figure><figcaption>Three</figcaption></figure><table><tr><td>4 dead</td></tr></table></div>"
        ),
        [
            (Headline, "Storm hits the coast"),
            (Heading, "What we know"),
            (ListItem, "One"),
            (Quotation, "Two"),
            (Caption, "Three"),
            (TableCell, "4 dead")
        ]
        .map(|(kind, words)| (kind, words.to_owned()))
    );
}

#[test]
fn a_heading_that_was_never_closed_is_no_title() {
    let story = "The river rose again in the night, and crews filled sandbags along the old harbour wall. ".repeat(5);
    let article = read(&format!("<div><title>River rises</title><h1>River<p>{story}</p><p>{story}</p></h1></div>"));
    assert_eq!(article.title.as_deref(), Some("River rises"));
}

#[test]
fn invisible_characters_are_bridged() {
    assert_eq!(
        text("<p>gov\u{AD}ern\u{200B}ment 1\u{A0}200 👩\u{200D}🚒 می\u{200C}خواهم a\u{200D}b</p>"),
        "government 1\u{A0}200 👩\u{200D}🚒 می\u{200C}خواهم ab"
    );
}

#[test]
fn raised_text() {
    assert_eq!(
        text("<p>killed 25<sup>3</sup> people<sup>[4]</sup> on 300 m<sup>2</sup> on the 5<sup>th</sup></p>"),
        "killed 25 people on 300 m2 on the 5th"
    );
}

#[test]
fn what_no_reader_reads() {
    assert_eq!(
        text(
            "<div><p>Kept.</p><script>var a</script><p hidden=\"\">No</p><p aria-hidden=\"true\">No</p><div contenteditable=\"true\">No</div><nav>No</nav><div class=\"share-bar\">No</div><pre>No</pre><div class=\"comments\"><p>No</p></div><p>Kept as <del>not</del> well.</p></div>"
        ),
        "Kept.\nKept as well."
    );
}

#[test]
fn white_space_as_laid_out() {
    let mut tree = tree("<div><p> a \n b </p></div>");
    tree.restyle(1, Some(Style { block: true, visible: true, white_space: WhiteSpace::KeepLines }));
    let plan = plan(&tree, Some(0)).expect("a plan");
    let mut assembler = Assembler::new(&tree, &plan);
    while assembler.advance(&tree, &plan, 1) {}
    assert_eq!(finish(&tree, &plan, assembler, None).unwrap().0.text, "a\nb");
}

const PROSE: &str = "The river rose in the night, and by the morning the lower town, which lies behind the old wall, was under water for the third time this year.";

#[test]
fn the_story_among_other_things() {
    let page = format!(
        "<html lang=\"en-GB\"><head><meta property=\"og:title\" content=\"River floods town\"><title>River floods town | The Daily</title></head><body><header><a>Home</a></header><div class=\"wrap\"><div><h1>River floods town</h1><div class=\"byline\">By Jane Doe</div><div>14 March 2016</div></div><div class=\"x\"><p>{PROSE}</p><p>{PROSE}</p><p><a>Also read: more</a></p><p>{PROSE}</p></div></div><div class=\"comments\"><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div></body></html>"
    );
    let (article, _) = extract(&tree(&page), Some("https://a.example/x")).expect("an article");
    assert_eq!(article.text, format!("River floods town\n{PROSE}\n{PROSE}\n{PROSE}"));
    assert_eq!(article.title.as_deref(), Some("River floods town"));
    assert_eq!(article.language.as_deref(), Some("en-GB"));
    assert_eq!(article.published.map(|published| published.date.to_string()).as_deref(), Some("2016-03-14"));
}

fn published(lines: &str) -> Option<String> {
    let page = format!("<body><div><h1>River floods town</h1>{lines}</div><div><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div></body>");
    let (article, _) = extract(&tree(&page), None).expect("an article");
    article.published.map(|published| published.date.to_string())
}

#[test]
fn visible_dates_by_the_headline() {
    for line in [
        "<p class=\"description\"><b>What is known of the flood and of its victims so far</b></p><span class=\"posted\"> <span class=\"x_datetime\">posted on April 21, 2015, at 11:29 a.m.</span></span>",
        "<div><ul><li class=\"byline first\"><span>by:</span> <cite class=\"author\">Jane Doe</cite></li><li class=\"date-and-time last\"><span class=\"datestamp\">April 21, 2015</span> <span class=\"timestamp\">9:00PM</span></li></ul></div>",
        "<p>By Jane Doe | April 21, 2015 10:00 IST | Updated: April 22, 2015</p>",
        "<p>Updated April 22, 2015</p><p>Published April 21, 2015</p>",
    ] {
        assert_eq!(published(line).as_deref(), Some("2015-04-21"), "{line}");
    }
    assert_eq!(published("<p>Printable version | April 22, 2015 1:02:03 pm</p>"), None);
}

#[test]
fn a_first_paragraph_outside_the_marked_body() {
    let page = format!(
        "<body><div><h1>River floods town</h1><div><p>{PROSE}</p></div><div><div itemprop=\"articleBody\"><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div></div></div></body>"
    );
    let (article, _) = extract(&tree(&page), None).expect("an article");
    assert_eq!(article.blocks.len(), 5);
}

#[test]
fn no_article() {
    assert_eq!(extract(&tree("<body></body>"), None).err(), Some(NotAnArticle::NoText));
    assert_eq!(extract(&tree("<body><p>Sign in</p></body>"), None).err(), Some(NotAnArticle::TooLittleText { characters: 0 }));
    let teaser = "<article><h2><a>A storm comes over the sea to the land and stays for days</a></h2><p>What the people on the coast should know of it.</p></article>";
    assert_eq!(extract(&tree(&format!("<body>{}</body>", teaser.repeat(12))), None).err(), Some(NotAnArticle::Teasers));
}

#[test]
fn deep_and_wide_trees() {
    let mut tree = Tree::default();
    tree.open("body", |_| None);
    for _ in 0..10_000 {
        tree.open("div", |name| (name == "class").then(|| "headline".into()));
    }
    tree.text(PROSE.repeat(4));
    tree.close_all();
    for _ in 0..100_000 {
        tree.open("p", |_| None);
        tree.text("x".into());
        tree.close();
    }
    assert_eq!(extract(&tree, None).map(|(article, _)| article.blocks.len()), Ok(1));
}
