//! Standing aside with dignity: what was learned stays on the page, and one button takes the venture up again.

use super::{
    api::{StepAside, TakeUp},
    asides::proposed,
    sign::fault,
};
use crate::feedback::now;
use crate::locale::{Key, key, use_words};
use crate::returned::{CameBack, Returned};
use crate::ui::{Area, Button, ButtonKind, Fold, Glyph, Icon};
use leptos::prelude::*;
use server_fn::ServerFn;
use shared::{
    exits::{Aside, LESSON_MAX},
    ids::VentureId,
    reference::{self, SideExit},
};

fn exits() -> Vec<SideExit> {
    reference::side_exits(use_words().lang())
}

fn name(aside: &Aside) -> String {
    exits().into_iter().find(|exit| exit.exit == aside.exit).map(|exit| exit.name).unwrap_or_default()
}

/// A venture that stands aside now.
#[component]
pub(super) fn AsideCard(venture: VentureId, aside: Aside, team: bool) -> impl IntoView {
    let words = use_words();
    let title = name(&aside);
    view! {
        <section class="card gates-aside" aria-labelledby="aside-title">
            <h2 id="aside-title">
                <Icon glyph=Glyph::Info />
                <span>{title}</span>
            </h2>
            <blockquote class="gates-sentence" dir="auto">{aside.lesson}</blockquote>
            <p class="meta"><bdi>{aside.by_name}</bdi> " · " {words.date(aside.since)}</p>
            {aside.back.map(|back| view! { <p>{words.fill(key::GATES_BACK_ON, &[("day", &words.date(back))])}</p> })}
            {team
                .then(|| {
                    view! {
                        <form method="post" action=TakeUp::PATH>
                            <input type="hidden" name="venture" value=venture.to_string() />
                            <Button kind=ButtonKind::Secondary glyph=Glyph::ArrowClockwise>{words.get(key::GATES_TAKE_UP)}</Button>
                        </form>
                    }
                })}
        </section>
    }
    .into_any()
}

/// A time that is over; its lesson stays.
#[component]
pub(super) fn PastAside(aside: Aside) -> impl IntoView {
    let words = use_words();
    let title = name(&aside);
    let until = aside.until.unwrap_or(aside.since);
    let span = words.fill(key::GATES_ASIDE_PAST, &[("exit", &title), ("from", &words.date(aside.since)), ("to", &words.date(until))]);
    view! {
        <section class="card">
            <p class="meta">{span}</p>
            <blockquote class="gates-sentence" dir="auto">{aside.lesson}</blockquote>
        </section>
    }
    .into_any()
}

/// The form, folded.
#[component]
pub(super) fn StepAsideFold(venture: VentureId) -> impl IntoView {
    let words = use_words();
    let returned = Returned::to(StepAside::PATH);
    let open = returned.came_back();
    let error = fault(words, &returned, "lesson");
    let (no_day, not_sure) = (returned.fault("back").is_some(), returned.fault("sure").is_some());
    let lesson = returned.typed("lesson");
    let sure = returned.ticked("sure", "yes");
    let back = returned.typed("back").unwrap_or_else(|| proposed(now()));
    let options = exits()
        .into_iter()
        .map(|exit| {
            let checked = returned.ticked("exit", exit.exit.code());
            view! {
                <label class="gates-tick">
                    <input type="radio" name="exit" value=exit.exit.code() required checked=checked />
                    <span class="stack stack-close">
                        <span>{exit.name}</span>
                        <span class="meta">{exit.explanation}</span>
                    </span>
                </label>
            }
        })
        .collect_view();
    view! {
        <Fold glyph=Glyph::Path title=words.get(key::GATES_ASIDE) class="card fold" id=Some("aside") open>
            <form method="post" action=StepAside::PATH class="form">
                <p class="second">{words.get(key::GATES_ASIDE_TEXT)}</p>
                <input type="hidden" name="venture" value=venture.to_string() />
                <CameBack returned=returned.clone() fields=&["exit", "lesson", "back", "sure"] />
                <fieldset class="gates-ticks">
                    <legend>{words.get(key::GATES_ASIDE_HOW)}</legend>
                    <At returned=returned.clone() field="exit" said=key::GATES_FAULT_NO_EXIT />
                    {options}
                </fieldset>
                <div class="field">
                    <label for="field-back">{words.get(key::GATES_BACK)}</label>
                    <input id="field-back" class="input" type="date" name="back" value=back autofocus=no_day />
                    <At returned=returned.clone() field="back" said=key::GATES_FAULT_NO_DAY />
                    <p class="field-help">{words.get(key::GATES_BACK_HELP)}</p>
                </div>
                <Area
                    name="lesson"
                    label=words.get(key::GATES_LESSON)
                    help=words.get(key::GATES_LESSON_HELP).to_owned()
                    value=lesson
                    error
                    most=u32::try_from(LESSON_MAX).unwrap_or(u32::MAX)
                />
                <label class="gates-tick">
                    <input type="checkbox" name="sure" value="yes" required checked=sure autofocus=not_sure />
                    <span>{words.get(key::GATES_SURE)}</span>
                </label>
                <At returned=returned.clone() field="sure" said=key::GATES_FAULT_NOT_SURE />
                <div class="row">
                    <Button kind=ButtonKind::Secondary>{words.get(key::GATES_ASIDE_NOW)}</Button>
                </div>
            </form>
        </Fold>
    }
    .into_any()
}

/// What is wrong, where it is.
#[component]
fn At(returned: Returned, field: &'static str, said: Key) -> impl IntoView {
    let words = use_words();
    returned.fault(field).map(|_| {
        view! {
            <p class="field-error" role="alert">
                <Icon glyph=Glyph::Warning />
                <span>{words.get(said)}</span>
            </p>
        }
    })
}
