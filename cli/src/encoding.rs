//! From the bytes of a file to its text, by the encoding that it names.

use encoding_rs::{Encoding, UTF_8};

/// How far into a page its encoding may be named, in bytes: browsers look no further.
const HEAD: usize = 1024;

/// The text of `bytes`: by a byte order mark, else, for a page, by the `charset` of its head, else as UTF-8, and where it is none,
/// as Windows-1252, which old files in Western languages have. What no encoding explains becomes U+FFFD.
pub fn text(bytes: &[u8]) -> String {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => named(bytes).unwrap_or(UTF_8),
    };
    if encoding == UTF_8 && Encoding::for_bom(bytes).is_none() && std::str::from_utf8(bytes).is_err() && !is_nearly_utf8(bytes) {
        return encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned();
    }
    encoding.decode(bytes).0.into_owned()
}

/// The encoding that a page names: `<meta charset="…">`, or a `charset=` in its head.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    if !head.contains('<') {
        return None;
    }
    let from = head.find("charset=")? + "charset=".len();
    let label: String = head[from..].trim_start_matches(['"', '\'', ' ']).chars().take_while(|c| !"\"' />;".contains(*c)).collect();
    Encoding::for_label(label.as_bytes())
}

/// Whether the first fault stands far behind much sound UTF-8 with more than ASCII in it: a torn file, and no other encoding.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let Err(fault) = std::str::from_utf8(bytes) else { return true };
    !bytes[..fault.valid_up_to()].is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_in_the_encoding_that_they_name() {
        assert_eq!(text("Orán — 12".as_bytes()), "Orán — 12");
        assert_eq!(text(b"\xEF\xBB\xBFOran"), "Oran");
        assert_eq!(text(b"\xFF\xFEO\x00r\x00"), "Or");
        assert_eq!(text(b"<meta charset=\"iso-8859-2\"><p>\xA3\xF3d\xBC"), "<meta charset=\"iso-8859-2\"><p>Łódź");
        assert_eq!(
            text(b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>\xCA\xE8\xE5\xE2"),
            "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>Киев"
        );
        // Neither named nor UTF-8.
        assert_eq!(text(b"said \x93no\x94"), "said \u{201C}no\u{201D}");
        // A torn character in a file that is UTF-8.
        assert_eq!(text(b"\xC3\xA9t\xC3\xA9 \xC3"), "été \u{FFFD}");
        assert_eq!(text(b""), "");
    }
}
