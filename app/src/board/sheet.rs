//! A sheet of the list: its title, how far it is filled, whom to credit, and its blocks in reading order.

use super::{
    actions, anchor,
    block::BlockCard,
    fill,
    pins::Pins,
    spot,
    state::{BoardState, Mode, use_board},
    words::{Start, WordsField},
};
use crate::{
    locale::{key, use_words},
    ui::{Button, ButtonKind, Glyph, Icon, Progress, press},
};
use board::{
    Place,
    id::{BlockId, RecordId},
    record::TextKey,
};
use leptos::prelude::*;
use shared::programme::Template;

/// One frame. `next` names the block of the board that is to be filled next.
#[component]
pub fn Sheet(id: RecordId, next: Memo<Option<(RecordId, BlockId)>>) -> impl IntoView {
    let state = use_board();
    let of = state.read(|document| document.get(id).and_then(|frame| frame.template().map(|(name, ..)| name.to_owned())));
    let of = StoredValue::new(of.unwrap_or_default());
    let template = Memo::new(move |_| of.with_value(|of| state.template(of)));
    Effect::new(move |_| {
        if template.with(Option::is_none) {
            super::picker::fetch(state);
        }
    });
    view! {
        {move || match template.get() {
        Some(template) => view! { <Known id template next /> }.into_any(),
        None => view! { <section class="sheet" id=format!("r-{id}")></section> }.into_any(),
    }}
    }
    .into_any()
}

/// The way to a filled sheet of the same template, or to one of its blocks. It opens beside the board, on which something may wait to be sent;
/// who only reads a board has no use for it.
pub(super) fn example(state: BoardState, template: StoredValue<Template>, block: Option<&str>) -> AnyView {
    if state.mode == Mode::Read {
        return ().into_any();
    }
    let sheet = template.with_value(|template| template.id.clone());
    let block = block.map(|block| format!("&block={block}")).unwrap_or_default();
    view! { <a class="example" href=format!("/example?sheet={sheet}{block}") target="example">{use_words().get(key::BOARD_EXAMPLE)}</a> }
        .into_any()
}

#[component]
fn Known(id: RecordId, template: Template, next: Memo<Option<(RecordId, BlockId)>>) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let stored = StoredValue::new(template.clone());
    let fill = Memo::new(move |_| {
        state.get(id);
        state.read(|document| stored.with_value(|template| fill::of(document, id, template)))
    });
    let title = Memo::new(move |_| match state.get(id) {
        Some(frame) => stored.with_value(|template| anchor::name(core::slice::from_ref(template), &frame)),
        None => String::new(),
    });
    let naming = RwSignal::new(false);
    let writes = state.mode == Mode::Write;
    let blocks = template.blocks.clone();
    view! {
        <article class="sheet" id=format!("r-{id}") aria-label=move || title.get()>
            <header class="sheet-head">
                <div class="sheet-title">
                    <h2 dir="auto">{move || title.get()}</h2>
                    <Pins place=Place::whole(id) />
                </div>
                <p class="sheet-facts meta">
                    <span>{words.plural(key::TIME_MINUTES, u64::from(template.minutes), &[])}</span>
                    <bdi>{move || fill.with(|fill| format!("{}/{}", fill.filled, fill.blocks))}</bdi>
                </p>
                {move || {
                    let fill = fill.get();
                    let label = words.fill(key::BOARD_FILLED, &[("n", &fill.filled.to_string()), ("all", &fill.blocks.to_string())]);
                    view! { <Progress value=fill.filled most=fill.blocks label /> }.into_any()
                }}
                {move || {
                    (writes && naming.get())
                        .then(|| {
                            view! {
                                <WordsField
                                    record=id
                                    text=TextKey::Body
                                    label=words.get(key::BOARD_SHEET_NAME)
                                    placeholder=words.get(key::BOARD_SHEET_NAME)
                                    start=Start::Focus
                                    on_leave=Callback::new(move |()| naming.set(false))
                                />
                            }.into_any()
                        })
                }}
                <p class="second">{template.purpose.clone()} " " {example(state, stored, None)}</p>
            </header>
            <div class="blocks">
                {blocks
                    .into_iter()
                    .map(|block| {
                        let name = block.block_id();
                        let is_next = Signal::derive(move || {
                            writes && next.with(|next| next.as_ref().is_some_and(|(frame, block)| *frame == id && *block == name))
                        });
                        view! { <BlockCard frame=id block template=stored next=is_next /> }.into_any()
                    })
                    .collect_view()}
            </div>
            <footer class="sheet-foot">
                {template.attribution.clone().map(|attribution| view! { <p class="meta" dir="auto">{attribution}</p> }.into_any())}
                {writes.then(|| view! { <SheetActions id naming /> }.into_any())}
            </footer>
        </article>
    }
    .into_any()
}

#[component]
fn SheetActions(id: RecordId, naming: RwSignal<bool>) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let step = move |step, glyph, word| {
        let word = words.get(word);
        view! {
            <Button kind=ButtonKind::Quiet kind_of="button" attr:aria-label=word attr:title=word on:click=press(move || actions::step(state, id, step))>
                <Icon glyph />
            </Button>
        }.into_any()
    };
    view! {
        <div class="actions" role="group" aria-label=words.get(key::BOARD_SHEET_ACTIONS)>
            <Button kind=ButtonKind::Quiet kind_of="button" glyph=Glyph::PencilSimple on:click=press(move || naming.set(true))>
                {words.get(key::BOARD_RENAME)}
            </Button>
            {step(spot::Step::Up, Glyph::CaretUp, key::BOARD_UP)}
            {step(spot::Step::Down, Glyph::CaretDown, key::BOARD_DOWN)}
            <Button kind=ButtonKind::Quiet kind_of="button" glyph=Glyph::Trash on:click=press(move || actions::delete(state, id))>
                {words.get(key::BOARD_DELETE)}
            </Button>
        </div>
    }
    .into_any()
}
