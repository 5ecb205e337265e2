//! The examples of every installation: invented ventures to read and to play, from the first sheet to the last. They are no rows of the
//! database, belong to nobody and cannot be written. Only on the server.

mod page;
mod play;
mod reading;

pub use page::{ExamplePage, ExamplesPage};
pub use play::ExamplePlay;
pub use reading::ExampleBoard;

use crate::board::fill;
use board::{Document, id::RecordId};
use shared::{Lang, ids::VentureId, programme::Template, reference, ventures::Gate};
use std::{cmp::Reverse, sync::Arc};

/// An invented venture with its board.
#[derive(Clone, Debug)]
pub struct Example {
    /// As it stands in addresses.
    pub key: &'static str,
    /// Language its frames are laid in; that of Darija is the one whose letters it takes.
    pub lang: Lang,
    /// Name.
    pub name: String,
    /// The idea in one sentence.
    pub idea: String,
    /// Theme id of the programme.
    pub theme: String,
    /// Last gate signed.
    pub gate: Gate,
    /// The board.
    pub document: Document,
}

impl Example {
    /// The frame of a template, the fullest of several, and how far it is filled.
    fn sheet(&self, template: &Template) -> Option<(RecordId, fill::Fill)> {
        let frames = self.document.frames().filter(|frame| frame.template().is_some_and(|(id, ..)| id == template.id));
        frames.map(|frame| (frame.id, fill::of(&self.document, frame.id, template))).max_by_key(|(_, fill)| fill.filled)
    }

    /// The first prototype.
    fn prototype(&self) -> Option<RecordId> {
        self.document.prototypes().next().map(|prototype| prototype.id)
    }

    /// Where it is read.
    fn address(&self) -> String {
        format!("/example/{}", self.key)
    }
}

/// The example by its key.
fn found(key: Option<String>) -> Option<Example> {
    let key = key?;
    all().iter().find(|example| example.key == key).cloned()
}

fn all() -> Arc<[Example]> {
    crate::context::site().examples
}

/// Where a sheet, or one block of it, is shown filled: rather in the reader's language, then where there is more to read.
fn address_of(examples: &[Example], sheet: &str, block: Option<&str>, lang: Lang) -> Option<String> {
    let template = reference::template(sheet, lang)?;
    let asked = block.and_then(|block| template.blocks.iter().find(|candidate| candidate.id == block));
    let shown = examples.iter().filter_map(|example| {
        let (frame, fill) = example.sheet(&template)?;
        let holds = asked.is_some_and(|block| fill::holds(&example.document, frame, block));
        Some(((holds, example.lang == lang, fill.filled), example, frame))
    });
    // Of several that are worth as much, the first: Darija shares its letters with a language that has an example of its own.
    let (_, example, frame) = shown.min_by_key(|(worth, ..)| Reverse(*worth))?;
    let place = asked.map_or_else(|| format!("r-{frame}"), |block| format!("r-{frame}-{}", block.id));
    Some(format!("{}/board#{place}", example.address()))
}

/// The id of a venture that is nobody's.
fn nobodys() -> VentureId {
    VentureId(uuid::Uuid::nil())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_that_no_example_has_leads_nowhere() {
        assert_eq!(address_of(&[], "problem-map", None, Lang::Fr), None);
        assert_eq!(address_of(&[], "no-such-sheet", None, Lang::Fr), None);
    }
}
