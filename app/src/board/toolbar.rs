//! What stands over and under the board: the way back, the view, the badge, play, undo; on a phone the five tools under the thumb.

use super::{
    api::Parts,
    badge::SavedBadge,
    note,
    picture::{self, PhotoButton, Stored},
    prototypes, scroll,
    state::{Ask, BoardState, Mode, View, use_board},
    view,
};
use crate::{
    accounts::use_who,
    chrome::{LangSwitch, ThemeSwitch},
    locale::{Key, Words, key, use_words},
    ui::{Button, ButtonKind, Dialog, Glyph, Icon, press},
};
use board::record::{Kind, Parent};
use leptos::prelude::*;
use shared::{access::Role, starting};

/// The bar at the top.
#[component]
pub fn TopBar(more: RwSignal<bool>) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let (id, name) = state.venture.with_value(|venture| (venture.id, venture.name.clone()));
    let whole = name.clone();
    let unnamed = state.mode == Mode::Write && state.venture.with_value(starting::is_provisional);
    let name = if unnamed {
        let naming = words.get(key::BOARD_NAME_IT);
        view! {
            <a class="board-unnamed" href=format!("/v/{id}?name=1#edit") title=naming>
                <bdi>{name}</bdi>
                <Icon glyph=Glyph::PencilSimple />
                <span class="only-read">{naming}</span>
            </a>
        }
        .into_any()
    } else {
        view! { <bdi>{name}</bdi> }.into_any()
    };
    let who = use_who();
    let back = move || match who.with(|who| who.as_ref().map(|who| who.role())) {
        Some(Role::Mentor) => "/feedback".to_owned(),
        Some(Role::Staff) => format!("/portfolio/{id}"),
        Some(Role::Trainee) | None => format!("/v/{id}"),
    };
    let writes = state.mode == Mode::Write;
    let play = Memo::new(move |_| {
        let children = state.inside(&Parent::Board);
        state.read(|document| {
            let playable = |id: &board::id::RecordId| document.get(*id).is_some_and(|record| record.kind == Kind::Prototype);
            children.into_iter().find(playable)
        })
    });
    let count = Memo::new(move |_| state.threads.with(Vec::len));
    view! {
        <header class="board-bar">
            <a class="button button-quiet" href=back aria-label=words.get(key::BOARD_BACK)>
                <Icon glyph=Glyph::CaretLeft />
            </a>
            <h1 title=whole>{name}</h1>
            <div class="switch board-views" role="group" aria-label=words.get(key::BOARD_VIEW)>
                <ViewButton view=View::List word=key::BOARD_LIST />
                <ViewButton view=View::Canvas word=key::BOARD_CANVAS />
            </div>
            <SavedBadge />
            {move || {
                play.get()
                    .map(|prototype| {
                        view! {
                            <a
                                class="button button-quiet board-wide"
                                href=format!("/v/{id}/prototypes/{prototype}/play")
                                rel="external"
                            >
                                <Icon glyph=Glyph::Play />
                                <span>{words.get(key::BOARD_PLAY)} {weight(words, state.photos.to_play(prototype))}</span>
                            </a>
                        }.into_any()
                    })
            }}
            {writes.then(|| view! { <UndoRedo class="board-wide" /> }.into_any())}
            <button
                type="button"
                class="button button-quiet board-threads"
                aria-expanded=move || if state.panel.get() { "true" } else { "false" }
                on:click=press(move || state.panel.update(|open| *open = !*open))
            >
                <Icon glyph=Glyph::ChatText />
                <span>{words.get(key::BOARD_THREADS)}</span>
                <bdi class="tab-count">{move || count.get()}</bdi>
            </button>
            <button
                type="button"
                class=if writes { "button button-quiet board-wide" } else { "button button-quiet" }
                aria-label=words.get(key::BOARD_MORE)
                on:click=press(move || more.set(true))
            >
                <Icon glyph=Glyph::DotsThree />
            </button>
        </header>
    }
    .into_any()
}

#[component]
fn ViewButton(view: View, word: Key) -> impl IntoView {
    let (state, words) = (use_board(), use_words());
    view! {
        <button
            type="button"
            class="switch-way"
            aria-pressed=move || if state.view.get() == view { "true" } else { "false" }
            on:click=press(move || view::choose(state, view))
        >
            {words.get(word)}
            {move || (view == View::Canvas && state.view.get() == View::List).then(|| weight(words, state.parts.canvas))}
        </button>
    }
    .into_any()
}

/// What a button moves, where that is much.
pub fn weight(words: Words, bytes: u64) -> AnyView {
    let size = (bytes >= Parts::SAID_FROM).then(|| {
        let size = words.fill(key::BOARD_KILOBYTES, &[("n", &bytes.div_ceil(1_000).to_string())]);
        view! { " " <bdi class="meta">{size}</bdi> }.into_any()
    });
    size.into_any()
}

/// Back and forth.
#[component]
pub fn UndoRedo(class: &'static str) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let (undo, redo) = (words.get(key::BOARD_UNDO), words.get(key::BOARD_REDO));
    view! {
        <span class=format!("undo-redo {class}")>
            <button
                type="button"
                class="button button-quiet"
                aria-label=undo
                title=undo
                disabled=move || !state.status.with(|status| status.undo)
                on:click=press(move || state.undo())
            >
                <Icon glyph=Glyph::ArrowUUpLeft />
            </button>
            <button
                type="button"
                class="button button-quiet"
                aria-label=redo
                title=redo
                disabled=move || !state.status.with(|status| status.redo)
                on:click=press(move || state.redo())
            >
                <Icon glyph=Glyph::ArrowUUpRight />
            </button>
        </span>
    }
    .into_any()
}

/// The parent a new note or photo goes into: the block last worked in while it takes one, else the board.
pub(super) fn here(state: BoardState, photo: bool) -> Parent {
    use shared::programme::BlockKind;
    let parent = state.here.get_untracked();
    let Parent::Block(frame, block) = &parent else { return Parent::Board };
    let kind = state.read(|document| {
        let frame = document.get(*frame).filter(|frame| document.is_visible(frame.id))?;
        let (name, ..) = frame.template()?;
        state.templates.with_untracked(|all| {
            let template = all.iter().find(|template| template.id == name)?;
            template.blocks.iter().find(|b| b.id == block.0).map(|b| b.kind)
        })
    });
    let fits = match kind {
        Some(BlockKind::Notes | BlockKind::List | BlockKind::Checklist | BlockKind::Evidence) => !photo,
        Some(BlockKind::Image) => photo,
        Some(BlockKind::Text | BlockKind::Scale | BlockKind::Choice | BlockKind::Number) | None => false,
    };
    if fits { parent } else { Parent::Board }
}

/// The bar at the bottom of a phone: Note, Photo, Sheet, Draw, More.
#[component]
pub fn BottomBar(more: RwSignal<bool>) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let stored = Callback::new(move |stored: Stored| {
        if let Some(id) = picture::put(state, here(state, true), &stored) {
            scroll::to(format!("r-{id}"));
            // The canvas brings into view what is selected.
            if state.view.get_untracked() == View::Canvas {
                state.selection.set(vec![id]);
            }
        }
    });
    let tool = move |glyph, word: Key, act: Callback<()>| {
        view! {
            <button type="button" class="tool" on:click=press(move || act.run(()))>
                <Icon glyph />
                <span>{words.get(word)}</span>
            </button>
        }
        .into_any()
    };
    view! {
        <nav class="tools" aria-label=words.get(key::BOARD_TOOLS)>
            {tool(
                Glyph::Note,
                key::BOARD_NOTE,
                Callback::new(move |()| {
                    if let Some(id) = note::add(state, here(state, false)) {
                        scroll::to(format!("r-{id}"));
                    }
                }),
            )}
            <PhotoButton on_stored=stored class="tool" />
            {tool(Glyph::FrameCorners, key::BOARD_SHEET, Callback::new(move |()| state.picker.set(true)))}
            {tool(
                Glyph::ScribbleLoop,
                key::BOARD_DRAW,
                Callback::new(move |()| {
                    state.ask.set(Some(Ask::Draw));
                    view::show(state, View::Canvas);
                }),
            )}
            {tool(Glyph::DotsThree, key::BOARD_MORE, Callback::new(move |()| more.set(true)))}
        </nav>
    }
    .into_any()
}

/// What has no place of its own in the bars.
#[component]
pub fn MoreDialog(open: RwSignal<bool>) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let writes = state.mode == Mode::Write;
    view! {
        <Dialog open title=words.get(key::BOARD_MORE)>
            {writes
                .then(|| {
                    view! {
                        <div class="row">
                            <UndoRedo class="" />
                            <Button
                                kind=ButtonKind::Secondary
                                kind_of="button"
                                glyph=Glyph::DeviceMobile
                                on:click=press(move || {
                                    open.set(false);
                                    prototypes::add(state);
                                })
                            >
                                {words.get(key::BOARD_ADD_PROTOTYPE)}
                            </Button>
                        </div>
                    }.into_any()
                })}
            <div class="switch" role="group" aria-label=words.get(key::BOARD_VIEW) on:click=press(move || open.set(false))>
                <ViewButton view=View::List word=key::BOARD_LIST />
                <ViewButton view=View::Canvas word=key::BOARD_CANVAS />
            </div>
            <a class="button button-quiet" href=format!("/v/{}#seen", state.venture.with_value(|venture| venture.id))>
                {words.get(key::BOARD_WHO_SEES)}
            </a>
            <a class="button button-quiet" href=format!("/report?in=venture-{}", state.venture.with_value(|venture| venture.id))>
                {words.get(key::FEEDBACK_REPORT)}
            </a>
            <LangSwitch />
            <ThemeSwitch />
        </Dialog>
    }
    .into_any()
}
