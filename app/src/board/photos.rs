//! Pictures on a live page for those who save data: a box of its size says what a picture weighs, and one tap brings it. It fetches nothing.

use super::{picture::weight, state::BoardState};
use crate::locale::{key, use_words};
use crate::prototypes::boxes::in_place_of_photos;
use board::id::RecordId;
use leptos::{ev::MouseEvent, prelude::*};

/// A stored picture by its name, and its bytes.
pub type Weighed = (String, u64);

/// Which pictures wait.
#[derive(Clone, Copy)]
pub struct Photos {
    /// What they weigh; nothing where no data is saved.
    weights: StoredValue<Option<Vec<Weighed>>>,
    /// Those that were asked for.
    shown: RwSignal<Vec<String>>,
    /// Prototypes whose first screen is much to move.
    heavy: StoredValue<Vec<Weighed>>,
}

impl Photos {
    /// What the pictures of the board weigh where data is saved, and the prototypes that are much to play.
    pub(super) fn of(weights: Option<Vec<Weighed>>, heavy: Vec<Weighed>) -> Self {
        Self { weights: StoredValue::new(weights), shown: RwSignal::default(), heavy: StoredValue::new(heavy) }
    }

    /// What playing a prototype moves, where that is much.
    pub fn to_play(&self, prototype: RecordId) -> u64 {
        let name = prototype.to_string();
        self.heavy.with_value(|all| all.iter().find(|(record, _)| *record == name).map_or(0, |(_, bytes)| *bytes))
    }

    /// What stands on a picture that waits; nothing where it is shown. Follows what is asked for.
    pub fn wait(&self, asset: &str) -> Option<String> {
        let bytes =
            self.weights.with_value(|known| Some(known.as_ref()?.iter().find(|(name, _)| name == asset).map(|(_, bytes)| *bytes)))?;
        let words = use_words();
        let said = || match bytes {
            Some(bytes) => words.fill(key::BOARD_PHOTO_WAITS, &[("size", &weight(bytes))]),
            // It came while the board was open.
            None => words.get(key::BOARD_PHOTO).to_owned(),
        };
        self.shown.with(|shown| shown.iter().all(|name| name != asset)).then(said)
    }

    /// A drawn screen with boxes in place of the photos that wait. Follows what is asked for.
    pub fn boxed(&self, drawn: String) -> String {
        if self.weights.with_value(Option::is_none) {
            return drawn;
        }
        in_place_of_photos(&drawn, &|asset| {
            let said = self.wait(asset)?;
            Some(format!("<button type=\"button\" class=\"photo-waits\" data-photo=\"{asset}\">{said}</button>"))
        })
    }

    /// The same as a small picture of itself, on which nothing can be pressed: the photos that wait are left out.
    pub fn blanked(&self, drawn: String) -> String {
        if self.weights.with_value(Option::is_none) {
            return drawn;
        }
        in_place_of_photos(&drawn, &|asset| self.wait(asset).map(|_| String::new()))
    }

    /// A press somewhere on the page: on a box it brings the picture.
    #[cfg(feature = "csr")]
    pub fn pressed(&self, event: &MouseEvent) {
        use web_sys::{Element, wasm_bindgen::JsCast};
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let photo = target.and_then(|target| target.closest("[data-photo]").ok().flatten());
        if let Some(asset) = photo.and_then(|photo| photo.get_attribute("data-photo")) {
            self.shown.update(|shown| shown.push(asset));
        }
    }

    /// The server is never pressed.
    #[cfg(not(feature = "csr"))]
    pub fn pressed(&self, _event: &MouseEvent) {}
}

/// What a press on a live page does for the pictures on it.
pub fn pressing(state: BoardState) -> impl FnMut(MouseEvent) + Clone + Send + 'static {
    crate::ui::pressed(move |event| state.photos.pressed(&event))
}
