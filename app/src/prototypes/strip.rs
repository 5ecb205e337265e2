//! The screens of a prototype in a row, and what can be done with the one that is shown: its name, its place, its photo, the beginning.

use super::{
    desk::{Desk, address, use_desk},
    make,
    picture::{self, Hotspots},
};
use crate::{
    board::{actions, each::each, pins::Pins, spot, state::Mode, words::WordsField},
    locale::{Key, key, use_words},
    ui::{Button, ButtonKind, Glyph, Icon, press, pressed},
};
use board::{
    Place,
    id::RecordId,
    record::{Record, TextKey},
};
use leptos::prelude::*;

/// All screens, each a small picture of itself.
#[component]
pub fn Strip() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let first = Memo::new(move |_| {
        desk.screens.track();
        desk.board.get(desk.prototype);
        desk.board.read(|document| picture::first_screen(document, desk.prototype))
    });
    view! {
        <nav class="strip" aria-label=words.get(key::PROTOTYPES_SCREENS)>
            <ol class="strip-screens">
                {each(desk.screens, move |screen| view! { <StripScreen screen first /> }.into_any())}
            </ol>
            {(desk.board.mode == Mode::Write)
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Quiet kind_of="button" glyph=Glyph::Plus on:click=press(move || make::add_screen(desk))>
                            {words.get(key::PROTOTYPES_ADD_SCREEN)}
                        </Button>
                    }.into_any()
                })}
        </nav>
    }
    .into_any()
}

#[component]
fn StripScreen(screen: RecordId, first: Memo<Option<RecordId>>) -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let small = Memo::new(move |_| drawn(desk, screen));
    let go = pressed(move |event| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            desk.show(screen);
        }
    });
    view! {
        <li id=format!("r-{screen}")>
            <a
                class="strip-screen"
                href=address(desk, screen)
                aria-current=move || (desk.screen.get() == Some(screen)).then_some("true")
                on:click=go
            >
                <span class="strip-picture" aria-hidden="true" inner_html=move || small.get()></span>
                <span class="strip-name">
                    <bdi>{move || desk.name(screen)}</bdi>
                    {move || {
                        (first.get() == Some(screen)).then(|| view! { <span class="strip-first">{words.get(key::PROTOTYPES_FIRST)}</span> }.into_any())
                    }}
                </span>
            </a>
            <Pins place=Place::whole(screen) />
        </li>
    }
    .into_any()
}

/// A screen as its small picture; follows all that stands on it.
fn drawn(desk: Desk, screen: RecordId) -> String {
    desk.board.get(screen);
    for part in desk.board.inside(&board::record::Parent::Record(screen)) {
        desk.board.get(part);
    }
    let drawn = desk.board.read(|document| picture::screen(document, screen, "", Hotspots::Drawn));
    desk.board.photos.blanked(drawn)
}

/// What the screen that is shown is called, and what can be done with it.
#[component]
pub fn ScreenHead(screen: RecordId) -> impl IntoView {
    let desk = use_desk();
    if desk.board.mode == Mode::Write {
        return view! { <ScreenTools screen /> }.into_any();
    }
    view! {
        <h2 class="screen-head">
            <bdi>{move || desk.name(screen)}</bdi>
            <Pins place=Place::whole(screen) />
        </h2>
    }
    .into_any()
}

#[component]
fn ScreenTools(screen: RecordId) -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let photo = Memo::new(move |_| desk.board.get(screen).as_ref().and_then(Record::asset).is_some());
    let first = Memo::new(move |_| {
        desk.screens.track();
        desk.board.get(desk.prototype);
        desk.board.read(|document| picture::first_screen(document, desk.prototype)) == Some(screen)
    });
    let step = move |step, glyph, word: Key| {
        let word = words.get(word);
        view! {
            <Button kind=ButtonKind::Quiet kind_of="button" attr:aria-label=word attr:title=word on:click=press(move || actions::step(desk.board, screen, step))>
                <Icon glyph />
            </Button>
        }
        .into_any()
    };
    view! {
        <div class="screen-head">
            <WordsField
                record=screen
                text=TextKey::Body
                label=words.get(key::PROTOTYPES_SCREEN_NAME)
                placeholder=words.get(key::PROTOTYPES_SCREEN_NAME)
                on_break=Some(Callback::new(|()| {}))
            />
            <div class="actions" role="group" aria-label=words.get(key::PROTOTYPES_SCREEN_ACTIONS)>
                {step(spot::Step::Up, Glyph::ArrowLeft, key::PROTOTYPES_EARLIER)}
                {step(spot::Step::Down, Glyph::ArrowRight, key::PROTOTYPES_LATER)}
                <Button
                    kind=ButtonKind::Quiet
                    kind_of="button"
                    glyph=Glyph::Flag
                    attr:aria-pressed=move || if first.get() { "true" } else { "false" }
                    on:click=press(move || make::begin_with(desk, screen))
                >
                    {words.get(key::PROTOTYPES_BEGIN_HERE)}
                </Button>
                {move || {
                    photo
                        .get()
                        .then(|| {
                            view! {
                                <Button kind=ButtonKind::Quiet kind_of="button" glyph=Glyph::Image on:click=press(move || make::take_photo(desk, screen))>
                                    {words.get(key::PROTOTYPES_TAKE_PHOTO)}
                                </Button>
                            }.into_any()
                        })
                }}
                <Button kind=ButtonKind::Quiet kind_of="button" glyph=Glyph::Trash on:click=press(move || make::delete_screen(desk, screen))>
                    {words.get(key::PROTOTYPES_DELETE_SCREEN)}
                </Button>
            </div>
        </div>
    }
    .into_any()
}
