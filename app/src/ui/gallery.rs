//! All parts of the interface on one page, in all their states, in the language and theme of who looks: `/ui` of a development build.
//! A release does not hold it. Its headings are the names in the code; the words inside are the product's own.

use super::{
    Area, Badge, Button, ButtonKind, Cell, Chip, ChipState, EmptyState, Field, FieldKind, Gates, Glyph, Icon, LinkButton, OneOf, Pin,
    PinState, Progress, Scene, Skeleton, Star, StarSize, Tab, Table, Tabs, Tone, Wall, WallStar,
};
use crate::locale::{Key, key, use_words};
use leptos::prelude::*;
use leptos_meta::Title;

/// The page.
#[component]
pub fn Gallery() -> impl IntoView {
    view! {
        <Title text="Interface" />
        <div class="page">
            <h1 lang="en">"Interface"</h1>
            <Shown name="Button">
                <Buttons />
            </Shown>
            <Shown name="Field">
                <Fields />
            </Shown>
            <Shown name="Chip, Badge, Tabs">
                <Chips />
            </Shown>
            <Shown name="Saved, Toast, Dialog">
                <Notices />
            </Shown>
            <Shown name="Pin">
                <Pins />
            </Shown>
            <Shown name="Star, Wall">
                <Stars />
            </Shown>
            <Shown name="Table">
                <Rows />
            </Shown>
            <Shown name="Sheet, Block, Note">
                <Sheet />
            </Shown>
            <Shown name="EmptyState, Skeleton, Progress">
                <Empty />
            </Shown>
            <Shown name="Icon">
                <ul class="row">
                    {Glyph::ALL.iter().map(|glyph| view! { <li title=glyph.name()><Icon glyph=*glyph /></li> }).collect_view()}
                </ul>
            </Shown>
        </div>
    }
}

#[component]
fn Shown(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="card">
            <h2 lang="en" dir="ltr">{name}</h2>
            {children()}
        </section>
    }
    .into_any()
}

const KINDS: [(ButtonKind, Key); 5] = [
    (ButtonKind::Primary, key::FEEDBACK_SEND),
    (ButtonKind::Secondary, key::VENTURES_EDIT),
    (ButtonKind::Quiet, key::FEEDBACK_CANCEL),
    (ButtonKind::Danger, key::BOARD_DELETE),
    (ButtonKind::DangerFilled, key::BOARD_DELETE),
];

#[component]
fn Buttons() -> impl IntoView {
    let words = use_words();
    let sending = Signal::stored(Some(words.get(key::FEEDBACK_SENDING).to_owned()));
    let row = move |glyph: Option<Glyph>, dense: &'static str| {
        let buttons = KINDS.map(|(kind, word)| match glyph {
            Some(glyph) => view! { <Button kind kind_of="button" glyph>{words.get(word)}</Button> }.into_any(),
            None => view! { <Button kind kind_of="button">{words.get(word)}</Button> }.into_any(),
        });
        view! { <div class=dense>{buttons.into_iter().collect_view()}</div> }
    };
    view! {
        {row(None, "row")}
        {row(Some(Glyph::PaperPlaneTilt), "row")}
        {row(None, "row dense")}
        <div class="row">
            {KINDS.map(|(kind, word)| view! { <Button kind kind_of="button" busy=sending>{words.get(word)}</Button> }).into_iter().collect_view()}
            <Button kind_of="button" attr:disabled=true>{words.get(key::FEEDBACK_SEND)}</Button>
            <LinkButton href="/ui" glyph=Glyph::ArrowRight>{words.get(key::ACCOUNTS_FIRST_ON)}</LinkButton>
        </div>
        <p class="form-says" role="alert">
            <Icon glyph=Glyph::Warning />
            <span>{words.get(key::ERRORS_FORBIDDEN_TEXT)}</span>
        </p>
        <p class="form-says form-says-well" role="status">
            <Icon glyph=Glyph::CheckCircle />
            <span>{words.get(key::ACCOUNTS_CHANGED)}</span>
        </p>
    }
    .into_any()
}

#[component]
fn Fields() -> impl IntoView {
    let words = use_words();
    let help = words.get(key::VENTURES_NAME_HELP).to_owned();
    let error = words.get(key::ERRORS_FIELD_EMPTY).to_owned();
    let themes = vec![(String::new(), words.get(key::VENTURES_PLACE_OPEN).to_owned())];
    view! {
        <form class="form" action="/ui">
            <Field name="ui-name" label=words.get(key::VENTURES_NAME) help=help.clone() value="Qatra".to_owned() required=false />
            <Field name="ui-name-wrong" label=words.get(key::VENTURES_NAME) help error=error.clone() required=false />
            <Field name="ui-code" label=words.get(key::ACCOUNTS_CODE) kind=FieldKind::Code value="DEMO-CARD".to_owned() required=false />
            <Field name="ui-number" label=words.get(key::ACCOUNTS_NUMBER) kind=FieldKind::Number value="12".to_owned() required=false />
            <Area name="ui-idea" label=words.get(key::VENTURES_IDEA) help=words.get(key::VENTURES_IDEA_HELP).to_owned() required=false />
            <Area name="ui-idea-wrong" label=words.get(key::VENTURES_IDEA) error required=false />
            <OneOf name="ui-place" label=words.get(key::VENTURES_PLACE) options=themes />
        </form>
    }
    .into_any()
}

#[component]
fn Chips() -> impl IntoView {
    let words = use_words();
    let tones = [
        (Tone::Plain, key::FEEDBACK_RESOLVED, None),
        (Tone::Trainee, key::ACCOUNTS_TRAINEE, Some(Glyph::User)),
        (Tone::Mentor, key::ACCOUNTS_MENTOR, Some(Glyph::ChatText)),
        (Tone::Staff, key::ACCOUNTS_STAFF, Some(Glyph::UsersThree)),
        (Tone::Next, key::FEEDBACK_TO_HANDLE, Some(Glyph::Flag)),
        (Tone::Fault, key::ERRORS_OFFLINE_TITLE, Some(Glyph::Warning)),
    ];
    view! {
        <div class="chips">
            <Chip href="/ui" state=ChipState::Selected>{words.get(key::FEEDBACK_QUESTION)}</Chip>
            <Chip href="/ui">{words.get(key::FEEDBACK_STRENGTH)}</Chip>
        </div>
        <div class="row">
            {tones
                .map(|(tone, word, glyph)| match glyph {
                    Some(glyph) => view! { <Badge tone glyph>{words.get(word)}</Badge> }.into_any(),
                    None => view! { <Badge tone>{words.get(word)}</Badge> }.into_any(),
                })
                .into_iter()
                .collect_view()}
        </div>
        <Tabs label=words.get(key::FEEDBACK_COLUMNS)>
            <Tab href="/ui" word=words.get(key::FEEDBACK_TO_HANDLE) current=true count="18" />
            <Tab href="/ui" word=words.get(key::FEEDBACK_WAITING) current=false count="0" />
            <Tab href="/ui" word=words.get(key::FEEDBACK_RESOLVED) current=false />
        </Tabs>
    }
    .into_any()
}

#[component]
fn Notices() -> impl IntoView {
    let words = use_words();
    let badges = [
        ("saved", "○", key::BOARD_OPENING),
        ("saved saved-going", "◐", key::BOARD_NOT_SENT),
        ("saved saved-sent", "●", key::BOARD_SENT),
        ("saved", "●", key::BOARD_SENT_OFFLINE),
    ];
    view! {
        <div class="row">
            {badges
                .map(|(class, shape, word)| view! { <span class=class><span aria-hidden="true">{shape}</span>{words.get(word)}</span> })
                .into_iter()
                .collect_view()}
        </div>
        <div class="toast">
            <p>{words.get(key::BOARD_SENT_MORE)}</p>
            <Button kind=ButtonKind::Quiet kind_of="button">{words.get(key::UI_UNDO)}</Button>
        </div>
        <div class="toast toast-fault">
            <Icon glyph=Glyph::Warning />
            <p>{words.get(key::ERRORS_OFFLINE_TEXT)}</p>
            <Button kind=ButtonKind::Quiet kind_of="button" attr:aria-label=words.get(key::UI_CLOSE)><Icon glyph=Glyph::X /></Button>
        </div>
        <div class="card" role="group" aria-label=words.get(key::VENTURES_EDIT)>
            <header class="dialog-head">
                <h3>{words.get(key::VENTURES_EDIT)}</h3>
                <Button kind=ButtonKind::Quiet kind_of="button" attr:aria-label=words.get(key::UI_CLOSE)><Icon glyph=Glyph::X /></Button>
            </header>
            <p>{words.get(key::ERRORS_CONFLICT)}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Pins() -> impl IntoView {
    let words = use_words();
    let states = [
        (PinState::ToHandle, key::FEEDBACK_TO_HANDLE),
        (PinState::Waiting, key::FEEDBACK_WAITING),
        (PinState::ToCheck, key::FEEDBACK_TO_CHECK),
        (PinState::Resolved, key::FEEDBACK_RESOLVED),
        (PinState::Astray, key::FEEDBACK_PLACE_MOVED),
    ];
    view! {
        <ul class="stack stack-close">
            {(1..)
                .zip(states)
                .map(|(number, (state, word))| {
                    view! { <li class="row"><Pin number state label=words.get(word) /><span>{words.get(word)}</span></li> }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn Stars() -> impl IntoView {
    let words = use_words();
    let sizes = [StarSize::Row, StarSize::Header, StarSize::Venture];
    let label = |gates: Gates| format!("{}/8", gates.points());
    let wall: Vec<WallStar> =
        (0..40u8).map(|n| Gates::up_to(n * 5 % 9)).map(|gates| WallStar { href: "/ui".to_owned(), label: label(gates), gates }).collect();
    view! {
        {sizes
            .map(|size| {
                let stars = (0..=8u8)
                    .map(|last| {
                        let gates = Gates::up_to(last);
                        match size {
                            StarSize::Venture => view! { <Star gates size label=label(gates) theme=Glyph::Drop /> }.into_any(),
                            StarSize::Row | StarSize::Header => view! { <Star gates size label=label(gates) /> }.into_any(),
                        }
                    })
                    .collect_view();
                view! { <div class="row">{stars}</div> }
            })
            .into_iter()
            .collect_view()}
        <Wall stars=wall caption=words.get(key::CHROME_PORTFOLIO) />
    }
    .into_any()
}

#[component]
fn Rows() -> impl IntoView {
    let words = use_words();
    let columns = [key::VENTURES_NAME, key::VENTURES_THEME, key::VENTURES_PLACE].map(|word| words.get(word));
    let heads = columns.map(|word| view! { <th scope="col">{word}</th> }).into_iter().collect_view().into_any();
    let rows = [["Qatra", "3/8", "Berkane"], ["Plombi", "5/8", "Oujda"]];
    view! {
        <Table caption=words.get(key::CHROME_PORTFOLIO) heads>
            {rows
                .map(|row| {
                    let cells = columns.into_iter().zip(row).map(|(column, cell)| view! { <Cell column><bdi>{cell}</bdi></Cell> }).collect_view();
                    view! { <tr>{cells}</tr> }
                })
                .into_iter()
                .collect_view()}
        </Table>
    }
    .into_any()
}

const NOTES: [&str; 6] = ["note-saffron", "note-mint", "note-sky", "note-rose", "note-lilac", "note-plain"];

#[component]
fn Sheet() -> impl IntoView {
    let words = use_words();
    let notes =
        NOTES.map(|colour| view! { <div class=format!("note {colour}")><p dir="auto">{words.get(key::BOARD_EMPTY_TITLE)}</p></div> });
    view! {
        <article class="sheet">
            <header class="sheet-head">
                <div class="sheet-title"><h3>{words.get(key::BOARD_EMPTY_TITLE)}</h3></div>
                <Progress value=4 most=8 label="4/8" />
            </header>
            <section class="block">
                <h4>{words.get(key::BOARD_NOTE)}</h4>
                <p class="second">{words.get(key::BOARD_EMPTY_TEXT)}</p>
                <div class="stack stack-close">{notes.into_iter().collect_view()}</div>
            </section>
        </article>
    }
    .into_any()
}

#[component]
fn Empty() -> impl IntoView {
    let words = use_words();
    let scenes = [
        (Scene::Nothing, key::BOARD_EMPTY_TITLE, key::BOARD_EMPTY_TEXT),
        (Scene::Answered, key::FEEDBACK_EMPTY_TO_HANDLE_TITLE, key::FEEDBACK_EMPTY_TO_HANDLE_TEXT),
        (Scene::Offline, key::ERRORS_OFFLINE_TITLE, key::ERRORS_OFFLINE_TEXT),
        (Scene::Fault, key::ERRORS_FAULT_TITLE, key::ERRORS_FAULT_TEXT),
    ];
    view! {
        <div class="cards">
            {scenes
                .map(|(scene, title, text)| view! { <EmptyState scene title=words.get(title) text=words.get(text) /> })
                .into_iter()
                .collect_view()}
        </div>
        <Skeleton label=words.get(key::VENTURES_LOADING) />
        <Progress value=3 most=8 label="3/8" />
        <Progress value=8 most=8 label="8/8" />
    }
    .into_any()
}
