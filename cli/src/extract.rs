//! `sidelight extract`: one article in, its facts out; or JSON lines in and out.

use std::fs;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use serde::Deserialize;
use sidelight::export::extract::Extract;
use sidelight::export::{Format, render};
use sidelight::text::Article;

/// What `extract` is told.
#[derive(Args)]
pub struct Arguments {
    /// A file; `-` or nothing is standard input. A name ending in .html or .htm is read as a page.
    file: Option<PathBuf>,
    /// The form of the output. `jsonl` reads one document a line, {"id", "text", "published"}, and writes one line each.
    #[arg(long, value_enum, default_value_t = Output::Json)]
    format: Output,
    /// The day the article was published, YYYY-MM-DD. Relative dates count from it.
    #[arg(long)]
    published: Option<Date>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Output {
    /// Everything, as one object.
    Json,
    /// Casualty figures, a row each.
    Csv,
    /// Every mention, as W3C Web Annotations.
    WebAnnotation,
    /// Documents as lines, mentions as lines.
    Jsonl,
}

/// A line of input.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    #[serde(default)]
    published: Option<String>,
}

/// Runs the command; the error is a message for the person who called it.
pub fn run(arguments: &Arguments) -> Result<(), String> {
    let mut output = BufWriter::new(io::stdout().lock());
    let written = match arguments.format {
        Output::Jsonl => lines(arguments, &mut output)?,
        Output::Json => document(arguments, Format::Json, &mut output)?,
        Output::Csv => document(arguments, Format::Csv, &mut output)?,
        Output::WebAnnotation => document(arguments, Format::WebAnnotation, &mut output)?,
    };
    match written.and_then(|()| output.flush()) {
        // The reader of a pipe may have had enough; that is no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}

fn document(arguments: &Arguments, format: Format, output: &mut impl Write) -> Result<io::Result<()>, String> {
    let mut bytes = Vec::new();
    open(arguments.file.as_deref())?.read_to_end(&mut bytes).map_err(|error| format!("cannot read: {error}"))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut article = if is_page(arguments.file.as_deref(), &text) {
        crate::html::article(&text).map_err(|reason| format!("{reason} Nothing was written."))?
    } else {
        Article::from_text(text)
    };
    if arguments.published.is_some() {
        article = article.published_on(arguments.published);
    }
    let analysis = sidelight::analyze(&article);
    let rendered = render(format, &article, &analysis);
    let end = if rendered.ends_with('\n') { "" } else { "\n" };
    Ok(write!(output, "{rendered}{end}"))
}

/// A page by the file's name or, on standard input, by how it begins.
fn is_page(file: Option<&Path>, text: &str) -> bool {
    match file.and_then(Path::extension) {
        Some(extension) => ["html", "htm", "xhtml"].iter().any(|name| extension.eq_ignore_ascii_case(name)),
        None => {
            let head = text.trim_start().get(..15).unwrap_or("").to_ascii_lowercase();
            head.starts_with("<!doctype html") || head.starts_with("<html")
        }
    }
}

fn lines(arguments: &Arguments, output: &mut impl Write) -> Result<io::Result<()>, String> {
    for (index, line) in BufReader::new(open(arguments.file.as_deref())?).lines().enumerate() {
        let at = |error: &dyn std::fmt::Display| format!("line {}: {error}", index + 1);
        let line = line.map_err(|error| at(&error))?;
        if line.trim().is_empty() {
            continue;
        }
        let Line { id, text, published } = serde_json::from_str(&line).map_err(|error| at(&error))?;
        let published = match published {
            Some(date) => Some(date.parse::<Date>().map_err(|error| at(&error))?),
            None => arguments.published,
        };
        let article = Article::from_text(text).published_on(published);
        let analysis = sidelight::analyze(&article);
        let extract = Extract::new(&id, &article.text, &analysis);
        let line = serde_json::to_string(&extract).map_err(|error| at(&error))?;
        if let Err(error) = writeln!(output, "{line}") {
            return Ok(Err(error));
        }
    }
    Ok(Ok(()))
}

fn open(file: Option<&Path>) -> Result<Box<dyn Read>, String> {
    match file {
        Some(path) if path != Path::new("-") => {
            let file = fs::File::open(path).map_err(|error| format!("cannot open {}: {error}", path.display()))?;
            Ok(Box::new(file))
        }
        _ => Ok(Box::new(io::stdin())),
    }
}
