//! Measures the native analysis: `sidelight-bench FILE SIZE…` prints one JSON line. For each size the best wall time of several runs on
//! the first SIZE bytes of the file, up to the end of their paragraph.

use std::hint::black_box;
use std::time::{Duration, Instant};

use sidelight::{analyze, text::Article};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().expect("the name of a text file");
    let whole = std::fs::read_to_string(&file).expect("a readable text file");
    let runs: Vec<String> = arguments.map(|size| measure(start(&whole, size.parse().expect("a size in bytes")))).collect();
    println!(r#"{{"name":"sidelight native","runs":[{}]}}"#, runs.join(","));
}

/// The text up to the end of the paragraph around `size`.
fn start(whole: &str, size: usize) -> &str {
    let from = whole.floor_char_boundary(size);
    whole[from..].find("\n\n").map_or(whole, |more| &whole[..from + more])
}

fn measure(text: &str) -> String {
    let article = Article::from_text(text);
    let until = Instant::now() + Duration::from_millis(2500);
    let mut best = Duration::MAX;
    let mut times = 0;
    while times == 0 || (times < 40 && Instant::now() < until) {
        let began = Instant::now();
        black_box(analyze(black_box(&article)));
        best = best.min(began.elapsed());
        times += 1;
    }
    format!(r#"{{"bytes":{},"wall":{:.4},"times":{times}}}"#, text.len(), best.as_secs_f64() * 1000.0)
}
