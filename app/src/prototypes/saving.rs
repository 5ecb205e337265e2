//! A screen for those who save data: a box stands for each photo, says what it weighs and leads to the screen with its photos. Only on the server.

use super::boxes::in_place_of_photos;
use crate::{
    locale::{key, use_words},
    traffic::size,
};
use board::id::AssetId;
use std::cell::RefCell;

/// The names of the photos on a screen, each once.
pub(super) fn photos(picture: &str) -> Vec<String> {
    let names = RefCell::new(Vec::<String>::new());
    in_place_of_photos(picture, &|name| {
        let mut names = names.borrow_mut();
        if names.iter().all(|known| known != name) {
            names.push(name.to_owned());
        }
        None
    });
    names.into_inner()
}

/// The screen with its boxes.
pub(super) fn boxed(picture: &str, weights: &[(AssetId, u64)], address: &str) -> String {
    let words = use_words();
    in_place_of_photos(picture, &|name| {
        let (_, bytes) = weights.iter().find(|(asset, _)| asset.0 == name)?;
        let said = words.fill(key::BOARD_PHOTO_WAITS, &[("size", &size(words, *bytes))]);
        Some(format!("<a class=\"photo-waits\" href=\"{}\">{said}</a>", address.replace('&', "&amp;")))
    })
}
