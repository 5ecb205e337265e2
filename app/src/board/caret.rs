//! A text area that others write in too: what they write arrives without the caret jumping. It grows with its words.

/// Where a caret stands after a text was replaced, in UTF-16 units: what is the same at both ends holds it.
pub fn mapped(old: &[u16], new: &[u16], caret: usize) -> usize {
    let before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - before;
    let after = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    if caret <= before {
        caret
    } else if caret >= old.len() - after {
        caret + new.len() - old.len()
    } else {
        new.len() - after
    }
}

#[cfg(feature = "csr")]
mod area {
    use web_sys::{HtmlTextAreaElement, wasm_bindgen::JsCast};

    /// Brings a text area to these words, caret and selection with it.
    pub fn follow(area: &HtmlTextAreaElement, words: &str) {
        let old = area.value();
        if old != words {
            let (from, to) = (area.selection_start().ok().flatten(), area.selection_end().ok().flatten());
            area.set_value(words);
            if focused(area) {
                let (old, new): (Vec<u16>, Vec<u16>) = (old.encode_utf16().collect(), words.encode_utf16().collect());
                let at = |caret: Option<u32>| super::mapped(&old, &new, caret.unwrap_or(0) as usize) as u32;
                // A text area always has a selection; one that left the document does not need it.
                let _ = area.set_selection_range(at(from), at(to));
            }
        }
        grow(area);
    }

    /// As tall as its words, where the browser does not see to it. Asking for a height makes it lay out the page, so it is not asked in vain.
    pub fn grow(area: &HtmlTextAreaElement) {
        let style = web_sys::HtmlElement::style(area);
        let sized = js_sys::Reflect::has(&style, &"fieldSizing".into()).unwrap_or(false);
        if !sized && area.scroll_height() > area.client_height() + 2 {
            // A property that this browser refuses leaves a scroll bar.
            let _ = style.set_property("block-size", &format!("{}px", area.scroll_height() + 2));
        }
    }

    /// Puts the caret behind the last character.
    pub fn focus_end(area: &HtmlTextAreaElement) {
        // An element that just left the document cannot take the focus, and need not.
        let _ = area.focus();
        let end = area.value().encode_utf16().count() as u32;
        let _ = area.set_selection_range(end, end);
    }

    fn focused(area: &HtmlTextAreaElement) -> bool {
        let active = leptos::prelude::document().active_element();
        active.is_some_and(|active| active.is_same_node(Some(area.unchecked_ref())))
    }
}

#[cfg(feature = "csr")]
pub use area::{focus_end, follow, grow};

#[cfg(not(feature = "csr"))]
mod area {
    pub fn follow<T>(_area: &T, _words: &str) {}
    pub fn grow<T>(_area: &T) {}
    pub fn focus_end<T>(_area: &T) {}
}

#[cfg(not(feature = "csr"))]
pub use area::{focus_end, follow, grow};

#[cfg(test)]
mod tests {
    use super::mapped;

    fn units(words: &str) -> Vec<u16> {
        words.encode_utf16().collect()
    }

    #[test]
    fn a_caret_stays_where_its_words_are() {
        let old = units("le puits est loin");
        let insert_before = units("hier le puits est loin");
        assert_eq!(mapped(&old, &insert_before, 3), 8);
        assert_eq!(mapped(&old, &insert_before, 0), 0);
        let insert_after = units("le puits est très loin");
        assert_eq!(mapped(&old, &insert_after, 3), 3);
        assert_eq!(mapped(&old, &insert_after, old.len()), insert_after.len());
        assert_eq!(mapped(&old, &[], 5), 0);
    }
}
