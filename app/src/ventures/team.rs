//! A venture's team: who, doing what, who wishes to join, room for more up to five, and the ways out.

use super::{
    api::{AddTeammate, DeclineJoin, MoveTeammate, RemoveTeammate, Withdraw},
    joining::TeamView,
    parts::Members,
};
use crate::errors;
use crate::locale::{Words, key, use_words};
use crate::reports::{Place, ReportWay};
use crate::returned::{NotTaken, Returned};
use crate::ui::{Button, ButtonKind, Field, Fold, Glyph, OneOf};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::ServerFn;
use shared::{
    access::TEAM_LIMIT,
    ids::{PersonId, VentureId},
    ventures::Member,
};

/// Whether the reader may add to the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// They may, and these trainees are free.
    For(Vec<Member>),
    /// The team has its five.
    Full,
    /// It is not theirs to say.
    NotMine,
}

/// The team with all that may be done about it.
#[component]
pub(super) fn Team(venture: VentureId, team: Vec<Member>, room: Room, view: TeamView) -> impl IntoView {
    let words = use_words();
    let count = team.len();
    let full = room == Room::Full;
    let TeamView { wishes, may_leave, may_remove, others, .. } = view;
    let members = if may_remove {
        let alone = team.len() == 1;
        let rows = team.into_iter().map(|member| view! { <Managed venture member others=others.clone() alone /> }).collect_view();
        view! { <ul class="members">{rows}</ul> }.into_any()
    } else {
        view! { <Members team /> }.into_any()
    };
    view! {
        <section class="card" id="team" aria-labelledby="team-title">
            <TeamHead count />
            {(count == 0).then(|| view! { <p class="second">{words.get(key::VENTURES_TEAM_EMPTY)}</p> })}
            {members}
            {(!wishes.is_empty()).then(|| view! { <Wishes venture wishes full /> })}
            {match room {
                Room::NotMine => ().into_any(),
                Room::Full => view! { <p class="second">{words.get(key::VENTURES_TEAM_FULL)}</p> }.into_any(),
                Room::For(free) if free.is_empty() => {
                    view! { <p class="second">{words.get(key::VENTURES_NOBODY_FREE)}</p> }.into_any()
                }
                Room::For(free) => view! { <AddForm venture free /> }.into_any(),
            }}
            <p><ReportWay place=Place::Venture(venture) /></p>
            {may_leave.then(|| view! { <Leave venture alone=count == 1 /> })}
        </section>
    }
    .into_any()
}

/// Why a form of the team was not taken.
fn team_fault(words: Words) -> Option<String> {
    let ours = [AddTeammate::PATH, DeclineJoin::PATH, MoveTeammate::PATH, RemoveTeammate::PATH, Withdraw::PATH];
    ours.into_iter().find_map(|path| Returned::to(path).why().map(|why| errors::said(words, why)))
}

/// Who wishes to join, each with yes and no; the answer comes back to the page that it is given `from`.
#[component]
pub(crate) fn Wishes(venture: VentureId, wishes: Vec<Member>, full: bool, #[prop(default = "")] from: &'static str) -> impl IntoView {
    let words = use_words();
    let rows = wishes
        .into_iter()
        .map(|wish| {
            let person = wish.person.to_string();
            view! {
                <li class="wish">
                    <p>{words.fill(key::VENTURES_WISH, &[("name", &wish.name)])}</p>
                    <div class="row">
                        {(!full)
                            .then(|| {
                                view! {
                                    <form method="post" action=AddTeammate::PATH>
                                        <Whom venture person=person.clone() />
                                        <input type="hidden" name="part" value="" />
                                        <input type="hidden" name="from" value=from />
                                        <Button kind=ButtonKind::Secondary glyph=Glyph::Check>{words.get(key::VENTURES_WISH_YES)}</Button>
                                    </form>
                                }
                            })}
                        <form method="post" action=DeclineJoin::PATH>
                            <Whom venture person=person.clone() />
                            <input type="hidden" name="from" value=from />
                            <Button kind=ButtonKind::Quiet>{words.get(key::VENTURES_WISH_NO)}</Button>
                        </form>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="wishes">
            <h3>{words.get(key::VENTURES_WISHES)}</h3>
            <ul>{rows}</ul>
        </div>
    }
    .into_any()
}

#[component]
fn Whom(venture: VentureId, person: String) -> impl IntoView {
    view! {
        <input type="hidden" name="venture" value=venture.to_string() />
        <input type="hidden" name="person" value=person />
    }
}

/// Says that what comes next was read, where nobody would be left.
#[component]
fn ToldLast(alone: bool) -> impl IntoView {
    alone.then(|| view! { <input type="hidden" name="told" value="yes" /> })
}

/// A member as the mentor sees them, with the ways to another team and out.
#[component]
fn Managed(venture: VentureId, member: Member, others: Vec<(VentureId, String)>, alone: bool) -> impl IntoView {
    let words = use_words();
    let person = member.person.to_string();
    let moved = Returned::to(MoveTeammate::PATH).about("person", &person);
    let to = moved.typed("to");
    let open = asked_about(member.person) || moved.came_back();
    let options: Vec<_> = others.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    view! {
        <li class="managed">
            <Members team=vec![member] />
            <Fold glyph=Glyph::PencilSimple title=words.get(key::VENTURES_MANAGE) open>
                <div class="form">
                    {alone.then(|| view! { <p>{words.get(key::VENTURES_REMOVE_LAST)}</p> })}
                    {(!options.is_empty())
                        .then(|| {
                            view! {
                                <form class="form" method="post" action=MoveTeammate::PATH>
                                    <Whom venture person=person.clone() />
                                    <ToldLast alone />
                                    <OneOf name="to" label=words.get(key::VENTURES_MOVE_TO) options chosen=to />
                                    <div class="row">
                                        <Button kind=ButtonKind::Secondary>{words.get(key::VENTURES_MOVE)}</Button>
                                    </div>
                                </form>
                            }
                        })}
                    <form class="row" method="post" action=RemoveTeammate::PATH>
                        <Whom venture person=person.clone() />
                        <ToldLast alone />
                        <Button kind=ButtonKind::Danger>{words.get(key::VENTURES_REMOVE)}</Button>
                    </form>
                </div>
            </Fold>
        </li>
    }
    .into_any()
}

/// The way out, with what becomes of one's notes and, for the last one, of the venture.
#[component]
fn Leave(venture: VentureId, alone: bool) -> impl IntoView {
    let words = use_words();
    let open = use_query_map().with_untracked(|query| query.get_str("last").is_some());
    let text = if alone { key::VENTURES_LEAVE_LAST } else { key::VENTURES_LEAVE_TEXT };
    view! {
        <Fold glyph=Glyph::SignOut title=words.get(key::VENTURES_LEAVE) class="fold leave" open>
            <form class="form" method="post" action=Withdraw::PATH>
                <p>{words.get(text)}</p>
                <input type="hidden" name="venture" value=venture.to_string() />
                <ToldLast alone />
                <div class="row">
                    <Button kind=ButtonKind::Danger>{words.get(key::VENTURES_LEAVE)}</Button>
                </div>
            </form>
        </Fold>
    }
    .into_any()
}

/// Whether the page came back because this person would be the last to go.
fn asked_about(person: PersonId) -> bool {
    use_query_map().with_untracked(|query| query.get_str("last") == Some(person.to_string().as_str()))
}

/// The head of a team's card: how many of five, and why the last form came back.
#[component]
pub(crate) fn TeamHead(count: usize) -> impl IntoView {
    let words = use_words();
    view! {
        <h2 id="team-title">
            {words.get(key::VENTURES_TEAM)} " "
            <span class="second"><bdi>{format!("{count}/{TEAM_LIMIT}")}</bdi></span>
        </h2>
        {team_fault(words).map(|said| view! { <NotTaken said /> })}
    }
    .into_any()
}

#[component]
fn AddForm(venture: VentureId, free: Vec<Member>) -> impl IntoView {
    let words = use_words();
    let returned = Returned::to(AddTeammate::PATH);
    let options = free.into_iter().map(|member| (member.person.to_string(), member.name)).collect();
    view! {
        <form class="form add-teammate" method="post" action=AddTeammate::PATH>
            <input type="hidden" name="venture" value=venture.to_string() />
            <OneOf name="person" label=words.get(key::VENTURES_ADD_WHO) options chosen=returned.typed("person") />
            <Field
                name="part"
                value=returned.typed("part")
                label=words.get(key::VENTURES_ADD_PART)
                help=words.get(key::VENTURES_ADD_PART_HELP).to_owned()
                most=60u32
                required=false
            />
            <div class="row">
                <Button kind=ButtonKind::Secondary glyph=Glyph::Plus>{words.get(key::VENTURES_ADD)}</Button>
            </div>
        </form>
    }
    .into_any()
}
