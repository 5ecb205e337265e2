//! Sends a chosen picture to the server. Nothing is put on the board before the server has it.

#[cfg(feature = "csr")]
pub use sending::chosen;

#[cfg(feature = "csr")]
mod sending {
    use super::super::{picture::Stored, state::BoardState};
    use crate::{
        error::AppError,
        errors,
        locale::{key, use_words},
    };
    use leptos::{ev::Event, prelude::*};
    use web_sys::{File, HtmlInputElement, wasm_bindgen::JsCast};

    /// The largest photo the server takes, in bytes.
    const MOST: f64 = 10.0 * 1024.0 * 1024.0;

    /// A file was chosen: sends it and hands on what the server made of it.
    pub fn chosen(state: BoardState, event: &Event, sending: RwSignal<Option<u64>>, on_stored: Callback<Stored>) {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let words = use_words();
        if file.size() > MOST {
            input.set_value("");
            state.toaster().fault(words.get(key::BOARD_PHOTO_TOO_LARGE));
            return;
        }
        sending.set(Some(file.size() as u64));
        let url = format!("/upload/{}", state.venture.with_value(|venture| venture.id));
        leptos::task::spawn_local(async move {
            let answer = send(&url, file).await;
            input.set_value("");
            // The page may have been left meanwhile.
            if sending.try_set(None).is_some() {
                return;
            }
            match answer {
                Ok(stored) => on_stored.run(stored),
                Err(AppError::Field(..)) => state.toaster().fault(words.get(key::BOARD_NOT_A_PICTURE)),
                Err(error) => state.toaster().fault(errors::said(words, &error)),
            }
        });
    }

    async fn send(url: &str, file: File) -> Result<Stored, AppError> {
        let text = crate::ask::upload(url, &file).await?;
        let answer = js_sys::JSON::parse(&text).map_err(|_| AppError::Unavailable)?;
        let told = |name: &str| js_sys::Reflect::get(&answer, &name.into()).ok();
        let pixels = |name: &str| told(name).and_then(|pixels| pixels.as_f64()).map(|pixels| pixels as u32);
        let asset = told("asset").and_then(|asset| asset.as_string());
        match (asset, pixels("width"), pixels("height")) {
            (Some(asset), Some(width), Some(height)) => Ok(Stored { asset, width, height }),
            _ => Err(AppError::Unavailable),
        }
    }
}

/// On the server nothing is ever chosen.
#[cfg(not(feature = "csr"))]
pub fn chosen<E>(
    _state: super::state::BoardState,
    _event: &E,
    _sending: leptos::prelude::RwSignal<Option<u64>>,
    _on_stored: leptos::prelude::Callback<super::picture::Stored>,
) {
}
