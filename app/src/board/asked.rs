//! What the address asks the board for: `?add=problem-map` lays that sheet on the board, once, and goes to it; `?write=1-1-who` puts the caret
//! into a block. Only in the browser.

use super::{
    api::{Shelf, TEMPLATES},
    note, picker, scroll,
    state::{BoardState, View},
    toolbar,
};
use crate::{errors, locale::use_words, place};
use board::{
    Record,
    id::{BlockId, RecordId},
    record::{Kind, Parent, TextKey},
};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Does what the address asks, as soon as the board can be written and its view is the one that stays.
pub(super) fn listen(state: BoardState, view: View) {
    let (sheet, block) = (place::query("add"), place::query("write"));
    if sheet.is_none() && block.is_none() {
        return;
    }
    let begun = StoredValue::new(false);
    Effect::new(move |_| {
        if !state.writable() || state.view.get() != view || begun.get_value() {
            return;
        }
        begun.set_value(true);
        let (sheet, block) = (sheet.clone(), block.clone());
        leptos::task::spawn_local(async move {
            if let Some(sheet) = sheet {
                add(state, &sheet).await;
            } else if let Some(block) = block {
                write(state, &block);
            }
        });
    });
}

/// Into a block that takes notes goes a new one; in all others the first field has the focus.
fn write(state: BoardState, place: &str) {
    forget();
    let Some((frame, block)) = place.match_indices('-').nth(1).map(|(at, _)| (&place[..at], &place[at + 1..])) else { return };
    let Ok(frame) = frame.parse() else { return };
    let parent = Parent::Block(frame, BlockId::from(block));
    state.here.set(parent.clone());
    if toolbar::here(state, false) == parent {
        match blank(state, &parent) {
            Some(note) => state.editing.set(Some((note, TextKey::Body))),
            None => drop(note::add(state, parent)),
        }
        scroll::to(format!("r-{place}"));
    } else {
        scroll::into(place);
    }
}

/// A note of a block that nobody wrote on yet: who comes back goes on with it.
fn blank(state: BoardState, parent: &Parent) -> Option<RecordId> {
    state.read(|document| {
        let is_blank = |record: &&Record| record.kind == Kind::Note && record.words().is_empty();
        document.children(parent).find(is_blank).map(|record| record.id)
    })
}

async fn add(state: BoardState, wanted: &str) {
    let there = state.read(|document| {
        let mut sheets = document.frames().filter(|frame| frame.template().is_some_and(|(id, ..)| id == wanted));
        sheets.next().map(|frame| frame.id)
    });
    let sheet = match there {
        Some(sheet) => Some(sheet),
        None => laid(state, wanted).await,
    };
    if let Some(sheet) = sheet {
        state.selection.set(vec![sheet]);
        scroll::to(format!("r-{sheet}"));
        forget();
    }
}

async fn laid(state: BoardState, wanted: &str) -> Option<RecordId> {
    match crate::ask::read::<Shelf>(TEMPLATES).await {
        Ok(shelf) => {
            let template = shelf.templates.iter().find(|template| template.id == wanted)?.clone();
            // The board may have been left meanwhile.
            state.templates.try_update(|known| {
                if known.iter().all(|one| one.id != template.id) {
                    known.push(template.clone());
                }
            })?;
            picker::add(state, &template)
        }
        Err(error) => {
            state.toaster().fault(errors::said(use_words(), &error));
            None
        }
    }
}

/// Takes the wish out of the address, so that loading the page again does not ask again.
fn forget() {
    if let Ok(history) = window().history() {
        // Where the address stays, the sheet is found on the board and not laid twice.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&place::path()));
    }
}
