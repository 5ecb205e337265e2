//! The team of the venture that is gone on with: who, who wishes to join, and the code that lets one more in.

use super::deeds::TeamNow;
use crate::reports::{Place, ReportWay};
use crate::ventures::{InviteCard, Members, TeamHead, Wishes};
use leptos::prelude::*;

/// The card. Each answer to a wish comes back to this page.
#[component]
pub(super) fn TeamCard(team: TeamNow) -> impl IntoView {
    let TeamNow { venture, members, may_invite, invite, wishes } = team;
    let count = members.len();
    view! {
        <div class="stack today-team">
            <section class="card" id="team" aria-labelledby="team-title">
                <TeamHead count />
                <Members team=members />
                {(!wishes.is_empty()).then(|| view! { <Wishes venture wishes full=!may_invite from="today" /> })}
                <p><ReportWay place=Place::Venture(venture) /></p>
            </section>
            {may_invite.then(|| view! { <InviteCard venture invite from="today" /> })}
        </div>
    }
    .into_any()
}
