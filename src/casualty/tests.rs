use super::*;
use crate::text::Article;

#[test]
#[ignore]
fn show() {
    let text = std::env::var("SENT").unwrap_or_default();
    let reading = Reading::new(Article::from_text(text));
    for sentence in reading.sentences() {
        let mut numbers = Vec::new();
        crate::number::tag(&reading, sentence, &mut numbers);
        let r = sentence.tokens.range();
        let p = Parse::new(&reading, &numbers, &[], r.start, r.end);
        for c in &p.chunks {
            match c {
                Chunk::Noun(i) => println!(
                    "  N {:?} {:?}",
                    reading.document().words(reading.document().span_of(TokenSpan::new(p.phrases[*i].first, p.phrases[*i].end))),
                    p.phrases[*i]
                ),
                Chunk::Verb(g) => {
                    println!("  V {:?} {:?}", reading.document().words(reading.document().span_of(TokenSpan::new(g.first, g.end))), g)
                }
                other => println!("  {other:?}"),
            }
        }
    }
}
