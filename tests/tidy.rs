//! The house rules that a compiler does not check: which floor may use which, and where the browser may be named.

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// The floors from the ground up. A floor uses those before it and itself; the rooms of one inner list do not use each
/// other. What stands in no list (`lib.rs`, `analyzer.rs`) joins the rooms and may use all but the browser's.
const FLOORS: &[&[&str]] = &[
    &["text"],
    &["fact"],
    &["knowledge"],
    &["lexicon"],
    &["number"],
    &["time", "name", "casualty", "quote"],
    &["story"],
    &["export"],
    &["extract"],
    &["page"],
    &["card"],
    &["session"],
    &["wasm"],
];

/// Rooms that may name the browser's crates.
const BROWSER: &[&str] = &["page", "card", "session", "wasm"];

/// Rooms are `src/NAME/…` or `src/NAME.rs`.
fn room(path: &Path, source: &Path) -> String {
    let inside = path.strip_prefix(source).expect("below src");
    let first = inside.components().next().expect("a file").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn sources() -> Vec<(PathBuf, String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let content = fs::read_to_string(&path).expect("UTF-8");
            let room = room(&path, &source);
            (path, room, content)
        })
        .collect()
}

/// The names that follow `crate::` in a file's code; comments and the tests at its end do not count.
fn used_rooms(content: &str) -> Vec<String> {
    let code: String = content
        .split("#[cfg(test)]")
        .next()
        .unwrap_or("")
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut rooms = Vec::new();
    let pattern = Regex::new(r"crate::(?:\{([^};]*)|([a-zA-Z0-9_]*))").expect("a pattern");
    for found in pattern.captures_iter(&code) {
        match (found.get(1), found.get(2)) {
            (Some(list), _) => rooms.extend(list.as_str().split(',').map(|item| item.trim().split("::").next().unwrap_or("").to_owned())),
            (None, word) => rooms.push(word.map_or("", |word| word.as_str()).to_owned()),
        }
    }
    rooms
}

#[test]
fn no_floor_looks_upward() {
    let mut faults = Vec::new();
    for (path, room, content) in sources() {
        let Some(own) = floor(&room) else { continue };
        for used in used_rooms(&content) {
            if let Some(other) = floor(&used)
                && (other > own || (other == own && used != room))
            {
                faults.push(format!("{}: `{room}` uses `{used}`", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "a floor looks upward:\n{}", faults.join("\n"));
}

#[test]
fn every_room_is_on_a_floor() {
    for (path, room, _) in sources() {
        assert!(
            floor(&room).is_some() || matches!(room.as_str(), "lib" | "analyzer"),
            "{}: put `{room}` on a floor in tests/tidy.rs",
            path.display()
        );
    }
}

#[test]
fn the_browser_is_named_only_in_its_rooms() {
    let browser = Regex::new("web_sys|js_sys|wasm_bindgen").expect("a pattern");
    let mut faults = Vec::new();
    for (path, room, content) in sources() {
        if BROWSER.contains(&room.as_str()) {
            continue;
        }
        for (number, line) in content.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            if browser.is_match(code) {
                faults.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "the browser is named outside its rooms:\n{}", faults.join("\n"));
}

#[test]
fn the_reader_of_uses_sees_both_spellings() {
    assert_eq!(used_rooms("use crate::text::Token;\nuse crate::{fact, name::Tagger};\n// crate::page\n"), ["text", "fact", "name"]);
}
