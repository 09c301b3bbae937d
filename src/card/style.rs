//! Constructable style sheets: a strict `style-src` allows them, and taking one back leaves no trace in the page.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, Node, ShadowRoot, Window};

use super::kind::Ground;
use crate::text::decimal;

/// A sheet of `css`; `None` where the browser has no constructable sheets.
pub(super) fn sheet(css: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(css).ok()?;
    Some(sheet)
}

/// Gives a shadow root its sheets.
pub(super) fn dress(shadow: &ShadowRoot, sheets: &[&CssStyleSheet]) {
    shadow.set_adopted_style_sheets(&sheets.iter().collect::<Array>());
}

/// A sheet of the page's own tree, taken back when dropped.
pub(super) struct PageSheet {
    /// The document, or the shadow root that the article lies in: `::highlight` rules reach no further than their tree.
    tree: Node,
    sheet: CssStyleSheet,
}

const ADOPTED: &str = "adoptedStyleSheets";

impl PageSheet {
    /// Adds a sheet after all that the page adopted itself.
    pub fn adopt(article: &Element, css: &str) -> Option<Self> {
        let sheet = sheet(css)?;
        let tree = article.get_root_node();
        // The page may have taken the article out of the document while it was read: what it hangs in then adopts no sheets.
        let adopted = Reflect::get(&tree, &ADOPTED.into()).ok().filter(JsValue::is_object)?;
        let adopted = Array::from(&adopted);
        adopted.push(&sheet);
        Reflect::set(&tree, &ADOPTED.into(), &adopted).ok()?;
        Some(Self { tree, sheet })
    }
}

impl Drop for PageSheet {
    fn drop(&mut self) {
        let own: &JsValue = self.sheet.as_ref();
        let Ok(adopted) = Reflect::get(&self.tree, &ADOPTED.into()) else { return };
        let others = Array::from(&adopted).iter().filter(|sheet| sheet != own).collect::<Array>();
        let _ = Reflect::set(&self.tree, &ADOPTED.into(), &others);
    }
}

/// Whether the text of `root` stands on a dark ground: by the first opaque background at or above it, else by its own colour.
pub(super) fn ground(window: &Window, root: &Element) -> Ground {
    let property = |element: &Element, name: &str| {
        let style = window.get_computed_style(element).ok()??;
        style.get_property_value(name).ok()
    };
    let mut here = Some(root.clone());
    while let Some(element) = here {
        if let Some((lightness, opacity)) = property(&element, "background-color").as_deref().and_then(lightness)
            && opacity >= 0.5
        {
            return if lightness < 0.5 { Ground::Dark } else { Ground::Light };
        }
        here = element.parent_element().or_else(|| Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host()));
    }
    match property(root, "color").as_deref().and_then(lightness) {
        Some((lightness, _)) if lightness > 0.6 => Ground::Dark,
        _ => Ground::Light,
    }
}

/// Perceived lightness from 0 to 1 and opacity of a computed colour; `None` for a notation that browsers do not compute to.
fn lightness(color: &str) -> Option<(f64, f64)> {
    let (notation, rest) = color.trim().split_once('(')?;
    let parts: Vec<&str> = rest.trim_end_matches(')').split([' ', ',', '/']).filter(|part| !part.is_empty()).collect();
    let number = |at: usize| parts.get(at).and_then(|part| decimal::read(part.trim_end_matches('%')));
    let luma = |red: f64, green: f64, blue: f64| (0.299 * red * red + 0.587 * green * green + 0.114 * blue * blue).sqrt();
    match notation {
        "rgb" | "rgba" => Some((luma(number(0)? / 255.0, number(1)? / 255.0, number(2)? / 255.0), number(3).unwrap_or(1.0))),
        // The first part names the colour space.
        "color" => Some((luma(number(1)?, number(2)?, number(3)?), number(4).unwrap_or(1.0))),
        "lab" | "lch" => Some((number(0)? / 100.0, number(3).unwrap_or(1.0))),
        "oklab" | "oklch" => Some((number(0)?, number(3).unwrap_or(1.0))),
        _ => None,
    }
}
