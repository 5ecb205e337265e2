//! The team of the venture that is gone on with: who, who wishes to join, and the code that lets one more in.

use super::deeds::TeamNow;
use crate::locale::{key, use_words};
use crate::ui::{Glyph, Icon};
use crate::ventures::{InviteCard, Members, Wishes, team_fault};
use leptos::prelude::*;
use shared::access::TEAM_LIMIT;

/// The card. Each answer to a wish comes back to this page.
#[component]
pub(super) fn TeamCard(team: TeamNow) -> impl IntoView {
    let words = use_words();
    let TeamNow { venture, members, may_invite, invite, wishes } = team;
    let count = members.len();
    view! {
        <div class="stack today-team">
            <section class="card" id="team" aria-labelledby="team-title">
                <h2 id="team-title">
                    {words.get(key::VENTURES_TEAM)} " "
                    <span class="second"><bdi>{format!("{count}/{TEAM_LIMIT}")}</bdi></span>
                </h2>
                {team_fault(words)
                    .map(|said| {
                        view! {
                            <p class="form-says" role="alert">
                                <Icon glyph=Glyph::Warning />
                                <span>{said}</span>
                            </p>
                        }
                    })}
                <Members team=members />
                {(!wishes.is_empty()).then(|| view! { <Wishes venture wishes full=!may_invite from="today" /> })}
            </section>
            {may_invite.then(|| view! { <InviteCard venture invite from="today" /> })}
        </div>
    }
    .into_any()
}
