//! The teams that a trainee asked to join and that have not answered yet, each with the way to take the request back.

use crate::locale::{key, use_words};
use crate::ui::{Button, ButtonKind, Glyph, Icon};
use crate::ventures::TakeBackWish;
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::ids::VentureId;

/// One line a request.
#[component]
pub(super) fn OwnWishes(wishes: Vec<(VentureId, String)>) -> impl IntoView {
    let words = use_words();
    wishes
        .into_iter()
        .map(|(venture, name)| {
            view! {
                <div class="form-says form-says-well today-wish" role="status">
                    <Icon glyph=Glyph::Clock />
                    <p>{words.fill(key::VENTURES_WISHED, &[("venture", &name)])}</p>
                    <form method="post" action=TakeBackWish::PATH>
                        <input type="hidden" name="venture" value=venture.to_string() />
                        <Button kind=ButtonKind::Quiet>{words.get(key::STARTING_TAKE_BACK)}</Button>
                    </form>
                </div>
            }
        })
        .collect_view()
        .into_any()
}
