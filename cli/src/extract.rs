//! `sidelight extract`: one article in, its facts out; or JSON lines in and out.

use std::borrow::Cow;
use std::fs;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;
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
    #[arg(long, value_parser = day)]
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
    /// A string; a number is taken as its digits.
    id: Value,
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
    let text = crate::encoding::text(&bytes);
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
    let mut refused = 0;
    for (index, line) in BufReader::new(open(arguments.file.as_deref())?).split(b'\n').enumerate() {
        let at = |error: &dyn std::fmt::Display| format!("line {}: {error}", index + 1);
        let line = line.map_err(|error| at(&error))?;
        let line = String::from_utf8_lossy(&line);
        // Some editors begin a file with a mark of its encoding.
        let line = whole_characters(if index == 0 { line.trim_start_matches('\u{FEFF}') } else { &line });
        if line.trim().is_empty() {
            continue;
        }
        // One line that cannot be read takes none of the others with it: it is answered by what is wrong with it.
        let (Line { id, text, published }, day) = match read(&line) {
            Ok(read) => read,
            Err(error) => {
                refused += 1;
                eprintln!("{}", at(&error));
                let answer = serde_json::json!({ "id": null, "error": at(&error) });
                if let Err(error) = writeln!(output, "{answer}") {
                    return Ok(Err(error));
                }
                continue;
            }
        };
        let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        let published = day.filter(|_| published.is_some()).or(arguments.published);
        let article = Article::from_text(text).published_on(published);
        let analysis = sidelight::analyze(&article);
        let extract = Extract::new(&id, &article.text, &analysis);
        let line = serde_json::to_string(&extract).map_err(|error| at(&error))?;
        if let Err(error) = writeln!(output, "{line}") {
            return Ok(Err(error));
        }
    }
    if refused > 0 {
        // What is answered stands; the exit code says that not all is.
        return match output.flush() {
            Ok(()) => Err(format!("{refused} lines could not be read")),
            Err(error) => Ok(Err(error)),
        };
    }
    Ok(Ok(()))
}

/// A line and its day of publication, or what is wrong with it.
fn read(line: &str) -> Result<(Line, Option<Date>), String> {
    let line: Line = serde_json::from_str(line).map_err(|error| {
        let said = error.to_string();
        // Where serde counts lines, there is one.
        let said = said.split(" at line 1").next().unwrap_or(&said);
        format!("{said}, at column {}", error.column())
    })?;
    // "2024-05-08T10:00:00Z": the day of a time is one too.
    let published = line.published.as_deref().map(|given| day(given.get(..10).filter(|_| given.get(10..11) == Some("T")).unwrap_or(given)));
    Ok((line, published.transpose()?))
}

/// A day, `YYYY-MM-DD`.
fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("\"{text}\" is no day; it takes a date such as \"2026-03-14\""))
}

/// A line of JSON whose escapes of half a character (a surrogate without its other half) stand for U+FFFD. Writers of JSON let them
/// pass, readers refuse them; no position changes, since either is one code point.
fn whole_characters(line: &str) -> Cow<'_, str> {
    if !line.contains("\\ud") && !line.contains("\\uD") {
        return Cow::Borrowed(line);
    }
    let unit = |at: usize| u32::from_str_radix(line.get(at..at + 6)?.strip_prefix("\\u")?, 16).ok();
    let mut whole = String::with_capacity(line.len());
    let mut at = 0;
    while let Some(found) = line.get(at..).and_then(|rest| rest.find('\\')) {
        let escape = at + found;
        let length = match unit(escape) {
            Some(0xD800..=0xDBFF) if matches!(unit(escape + 6), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                whole.push_str(line.get(at..escape).unwrap_or_default());
                whole.push_str("\\ufffd");
                at = escape + 6;
                continue;
            }
            Some(_) => 6,
            // The character behind a backslash is no beginning of another escape.
            None => 1 + line.get(escape + 1..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8),
        };
        whole.push_str(line.get(at..escape + length).unwrap_or_default());
        at = escape + length;
    }
    whole.push_str(line.get(at..).unwrap_or_default());
    Cow::Owned(whole)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_characters_in_json_become_whole_ones() {
        for (line, text) in [
            (r#""a \ud83d b""#, "a \u{FFFD} b"),
            (r#""\uDE00\ud83d\ude00\uD83D""#, "\u{FFFD}😀\u{FFFD}"),
            (r#""\\ud83d \\\ud83d \n\u00e9""#, "\\ud83d \\\u{FFFD} \né"),
            (r#""plain ☃ \\""#, "plain ☃ \\"),
        ] {
            assert_eq!(serde_json::from_str::<String>(&whole_characters(line)).ok().as_deref(), Some(text), "{line}");
        }
        for broken in [r#""\"#, r#""\ud8"#, "\"\\ud83", "\\é"] {
            whole_characters(broken);
        }
    }

    #[test]
    fn a_day_that_is_none_is_said_plainly() {
        assert_eq!(day("2024-02-29").map(|day| day.to_string()).as_deref(), Ok("2024-02-29"));
        for wrong in ["2024-02-30", "soon", "", "2024-05-08T10:00:00Z"] {
            assert!(day(wrong).is_err_and(|said| said.starts_with(&format!("\"{wrong}\" is no day"))), "{wrong}");
        }
    }
}
