//! An example's prototype, played as any other.

use super::found;
use crate::error::AppError;
use crate::errors::Refusal;
use crate::pages::loaded;
use crate::prototypes::{played, shown};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// `/example/:key/prototypes/:prototype/play`
#[component]
pub fn ExamplePlay() -> impl IntoView {
    let (key, prototype) = use_params_map().with_untracked(|params| (params.get("key"), params.get("prototype")));
    let (screen, asked) = use_query_map().with_untracked(|query| (query.get("screen"), query.get("pictures").is_some()));
    let screen = screen.and_then(|id| id.parse().ok());
    let shown = found(key).ok_or(AppError::Hidden).and_then(|example| {
        // An example has one; an address from before the example was written out further still leads there.
        let asked = prototype.and_then(|id| id.parse().ok()).filter(|id| example.document.prototypes().any(|one| one.id == *id));
        let prototype = asked.or_else(|| example.prototype()).ok_or(AppError::Hidden)?;
        Ok((shown(&example.document, prototype, screen)?, example.address()))
    });
    loaded(async move {
        let page = match shown {
            Ok((shown, quit)) => shown.saving(asked).await.map(|shown| (shown, quit)),
            Err(error) => Err(error),
        };
        match page {
            Ok((shown, quit)) => played(shown, quit).into_any(),
            Err(error) => view! { <Refusal error /> }.into_any(),
        }
    })
}
