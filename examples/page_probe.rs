//! Reads the page that it is loaded into and gives the article as JSON: what `scripts/eval-pages.mjs` measures.

#[cfg(target_arch = "wasm32")]
mod probe {
    use sidelight::page::Collector;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Text, kinds of blocks and metadata of the page's article, or why there is none.
    #[wasm_bindgen]
    pub fn read_page() -> String {
        let mut collector = Collector::new(None);
        let mut longest: f64 = 0.0;
        loop {
            let began = js_sys::Date::now();
            let more = collector.advance(500);
            longest = longest.max(js_sys::Date::now() - began);
            if !more {
                break;
            }
        }
        match collector.finish() {
            Ok(page) => {
                let article = page.article;
                let blocks: Vec<_> = article
                    .blocks
                    .iter()
                    .map(|block| serde_json::json!([format!("{:?}", block.kind), block.span.of(&article.text)]))
                    .collect();
                let published =
                    article.published.map(|published| serde_json::json!([published.date.to_string(), format!("{:?}", published.source)]));
                let lost = blocks_without_range(&page.map, &article.blocks);
                serde_json::json!({
                    "text": article.text, "blocks": blocks, "title": article.title, "publisher": article.publisher, "url": article.url,
                    "language": article.language, "published": published, "longest": longest, "lost": lost,
                })
                .to_string()
            }
            Err(reason) => serde_json::json!({ "refused": reason.to_string() }).to_string(),
        }
    }

    fn blocks_without_range(map: &sidelight::page::TextMap, blocks: &[sidelight::text::Block]) -> usize {
        blocks.iter().filter(|block| map.range(block.span).is_none()).count()
    }
}

fn main() {}
