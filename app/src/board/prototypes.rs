//! Prototypes in the list: their screens in order, where to play them and where to make them.

use super::{
    actions, draft,
    each::each,
    pins::Pins,
    spot,
    state::{BoardState, Mode, use_board},
    toolbar,
    words::WordsField,
};
use crate::{
    locale::{key, use_words},
    ui::{Button, ButtonKind, Glyph, LinkButton, press},
};
use board::{
    Place,
    id::RecordId,
    record::{Field, Kind, Parent, TextKey},
};
use leptos::prelude::*;

/// All prototypes of the board.
#[component]
pub fn Prototypes() -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let all = Memo::new(move |_| {
        let children = state.inside(&Parent::Board);
        state.read(|document| {
            let is_one = |id: &RecordId| document.get(*id).is_some_and(|record| record.kind == Kind::Prototype);
            children.into_iter().filter(is_one).collect::<Vec<_>>()
        })
    });
    let writes = state.mode == Mode::Write;
    view! {
        <section class="prototypes" aria-label=words.get(key::BOARD_PROTOTYPES)>
            {move || (writes || all.with(|all| !all.is_empty())).then(|| view! { <h2>{words.get(key::BOARD_PROTOTYPES)}</h2> }.into_any())}
            {each(all, |id| view! { <PrototypeCard id /> }.into_any())}
            {writes
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Quiet kind_of="button" glyph=Glyph::DeviceMobile on:click=press(move || add(state))>
                            {words.get(key::BOARD_ADD_PROTOTYPE)}
                        </Button>
                    }.into_any()
                })}
        </section>
    }
    .into_any()
}

#[component]
fn PrototypeCard(id: RecordId) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let home = state.home.get_value();
    let (play, make) = (format!("{home}/prototypes/{id}/play"), format!("{home}/prototypes/{id}"));
    let screens_at = play.clone();
    let record = Memo::new(move |_| state.get(id));
    let name = Memo::new(move |_| record.with(|record| record.as_ref().map(|record| record.words().to_owned()).unwrap_or_default()));
    let first = Memo::new(move |_| record.with(|record| record.as_ref().and_then(|record| record.first_screen())));
    let screens = Memo::new(move |_| {
        let children = state.inside(&Parent::Record(id));
        state.read(|document| {
            let is_one = |id: &RecordId| document.get(*id).is_some_and(|record| record.kind == Kind::Screen);
            children.into_iter().filter(is_one).collect::<Vec<_>>()
        })
    });
    let writes = state.mode == Mode::Write;
    view! {
        <article class="sheet prototype" id=format!("r-{id}") aria-label=move || name.get()>
            <header class="sheet-title">
                {if writes {
                    view! {
                        <h3 class="prototype-name">
                            <WordsField
                                record=id
                                text=TextKey::Body
                                label=words.get(key::BOARD_PROTOTYPE_NAME)
                                placeholder=words.get(key::BOARD_PROTOTYPE_NAME)
                            />
                        </h3>
                    }
                        .into_any()
                } else {
                    view! { <h3 dir="auto">{move || name.get()}</h3> }.into_any()
                }}
                <Pins place=Place::whole(id) />
            </header>
            <p class="meta">{move || words.plural(key::BOARD_SCREENS, screens.with(Vec::len) as u64, &[])}</p>
            <ol class="screens">
                {each(screens, move |screen| view! { <ScreenLine screen play=screens_at.clone() /> }.into_any())}
            </ol>
            <div class="actions">
                {move || {
                    (first.get().is_some() || screens.with(|screens| !screens.is_empty()))
                        .then(|| {
                            view! {
                                <LinkButton kind=ButtonKind::Secondary glyph=Glyph::Play href=play.clone() attr:rel="external">
                                    {words.get(key::BOARD_PLAY)} {toolbar::weight(words, state.photos.to_play(id))}
                                </LinkButton>
                            }.into_any()
                        })
                }}
                {writes
                    .then(|| {
                        view! {
                            <LinkButton kind=ButtonKind::Secondary glyph=Glyph::PencilSimple href=make>
                                {words.get(key::BOARD_MAKE_SCREENS)} {toolbar::weight(words, state.parts.screens)}
                            </LinkButton>
                            <Button kind=ButtonKind::Quiet kind_of="button" glyph=Glyph::Trash on:click=press(move || actions::delete(state, id))>
                                {words.get(key::BOARD_DELETE)}
                            </Button>
                        }.into_any()
                    })}
            </div>
        </article>
    }
    .into_any()
}

#[component]
fn ScreenLine(screen: RecordId, play: String) -> impl IntoView {
    let state = use_board();
    let title = Memo::new(move |_| state.get(screen).map(|record| record.words().to_owned()).unwrap_or_default());
    view! {
        <li id=format!("r-{screen}")>
            <a href=format!("{play}?screen={screen}") rel="external">
                <bdi>{move || title.get()}</bdi>
            </a>
            <Pins place=Place::whole(screen) />
        </li>
    }
    .into_any()
}

/// A new prototype with its first screen.
pub fn add(state: BoardState) {
    let words = use_words();
    let Some(mut draft) = state.draft() else { return };
    let (mut create, spot) = state.read(|document| {
        let create = draft::bare(Kind::Prototype, Parent::Board, document.order_last(&Parent::Board));
        (create, spot::free(document, Kind::Prototype.default_size()))
    });
    create.fields.push(Field::Position(spot));
    words.get(key::BOARD_PROTOTYPE_NEW).clone_into(&mut create.words);
    let prototype = draft.create(create);
    let mut screen = draft::bare(Kind::Screen, Parent::Record(prototype), board::OrderKey::between(None, None));
    words.get(key::BOARD_SCREEN_NEW).clone_into(&mut screen.words);
    let screen = draft.create(screen);
    draft.set(prototype, Field::FirstScreen(Some(screen)));
    state.act(draft.done());
}
