//! JSON as serde_json writes it, but for its writer of floats, with whose tables a page would load 8 KB more.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};

/// Indented JSON of a value whose maps all have string keys, for which writing cannot fail.
pub(super) fn write(value: &impl Serialize) -> String {
    let mut out = Vec::new();
    match value.serialize(&mut Serializer::with_formatter(&mut out, Indented(PrettyFormatter::new()))) {
        Ok(()) => String::from_utf8(out).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// The shortest digits that read back as the same float; with an exponent where it is very large or very small.
fn float(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-5..1e16).contains(&size) {
        // serde_json writes the sign of a positive exponent.
        let written = format!("{value:e}");
        return if size < 1.0 { written } else { written.replace('e', "e+") };
    }
    let mut written = value.to_string();
    if !written.contains('.') {
        written.push_str(".0");
    }
    written
}

struct Indented(PrettyFormatter<'static>);

/// Passes on what the formatter inside does otherwise than the trait's own.
macro_rules! pass_on {
    ($($name:ident($($argument:ident: $kind:ty),*)),* $(,)?) => {
        $(fn $name<W: ?Sized + io::Write>(&mut self, writer: &mut W $(, $argument: $kind)*) -> io::Result<()> {
            self.0.$name(writer $(, $argument)*)
        })*
    };
}

impl Formatter for Indented {
    pass_on! {
        begin_array(),
        end_array(),
        begin_array_value(first: bool),
        end_array_value(),
        begin_object(),
        end_object(),
        begin_object_key(first: bool),
        begin_object_value(),
        end_object_value(),
    }

    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(float(value).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_as_serde_json_writes_them() {
        let mantissas = [1.0, 1.5, 0.1, 1.0 / 3.0, 2.0 / 3.0, 9.999_999_999_999_999, 1.234_567_890_123_456_7];
        for exponent in -320..=308 {
            for mantissa in mantissas {
                for value in [mantissa * 10f64.powi(exponent), -mantissa * 10f64.powi(exponent)] {
                    assert_eq!(write(&value), serde_json::to_string(&value).unwrap());
                }
            }
        }
        for value in [0.0, -0.0, f64::MAX, f64::MIN_POSITIVE, f64::EPSILON, f64::NAN, f64::INFINITY, 4_100_000.0, 51.5] {
            assert_eq!(write(&value), serde_json::to_string(&value).unwrap());
        }
    }

    #[test]
    fn structure_as_serde_json_writes_it() {
        let value = serde_json::json!({ "list": [1, 2.5, "\"x\"", null, true, []], "object": { "inner": {} } });
        assert_eq!(write(&value), serde_json::to_string_pretty(&value).unwrap());
    }
}
