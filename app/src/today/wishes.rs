//! The teams that a trainee asked to join: those that have not answered yet, each with the way to take the request back, and those that
//! said no.

use crate::locale::{key, use_words};
use crate::ui::{Button, ButtonKind, Glyph, Icon};
use crate::ventures::TakeBackWish;
use leptos::prelude::*;
use server_fn::ServerFn;
use store::ventures::OwnWish;

/// One line a request.
#[component]
pub(super) fn OwnWishes(wishes: Vec<OwnWish>) -> impl IntoView {
    let words = use_words();
    wishes
        .into_iter()
        .map(|OwnWish { venture, name, declined }| {
            let (glyph, said, way) = match declined {
                None => (Glyph::Clock, key::VENTURES_WISHED, key::STARTING_TAKE_BACK),
                Some(_) => (Glyph::UsersThree, key::VENTURES_DECLINED, key::VENTURES_DECLINED_READ),
            };
            view! {
                <div class="form-says form-says-well today-wish" role="status">
                    <Icon glyph />
                    <p>{words.fill(said, &[("venture", &name)])}</p>
                    <form method="post" action=TakeBackWish::PATH>
                        <input type="hidden" name="venture" value=venture.to_string() />
                        <Button kind=ButtonKind::Quiet>{words.get(way)}</Button>
                    </form>
                </div>
            }
        })
        .collect_view()
        .into_any()
}
