//! Pictures: taken or chosen, sent to the server at once, then put on the board as a record. The button says what is being sent.

use super::{
    actions::Actions,
    canvas::{Surface, surface},
    draft,
    pins::Pins,
    spot,
    state::{BoardState, Mode, use_board},
    words::WordsField,
};
use crate::{
    locale::{key, use_words},
    ui::{Glyph, Icon, press},
};
use board::{
    Place,
    id::{AssetId, RecordId},
    record::{Field, Kind, Parent, Record, Size, TextKey},
};
use leptos::prelude::*;

/// Longest side of a picture that was just put on the board, in eighths of a pixel.
const SIDE: i32 = 320 * 8;

/// A stored picture, as the server answers an upload.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its name.
    pub asset: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Where a stored picture is.
pub fn address(asset: &AssetId) -> String {
    format!("/files/{}", asset.0)
}

/// A picture with its caption.
#[component]
pub fn Picture(id: RecordId) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let record = Memo::new(move |_| state.get(id));
    let chosen = Memo::new(move |_| state.selection.with(|chosen| chosen.contains(&id)));
    let source = Memo::new(move |_| record.with(|record| record.as_ref().and_then(Record::asset).map(address)));
    let caption = Memo::new(move |_| record.with(|record| record.as_ref().map(|record| record.words().to_owned()).unwrap_or_default()));
    let writes = state.mode == Mode::Write;
    let listed = surface() == Surface::List;
    view! {
        <li
            class="picture"
            class:is-chosen=move || chosen.get()
            id=format!("r-{id}")
            data-id=(!listed).then(|| id.to_string())
            tabindex=(!listed).then_some("0")
        >
            <figure>
                {seen(state, record)}
                <figcaption>
                    {if writes {
                        view! {
                            <WordsField
                                record=id
                                text=TextKey::Body
                                label=words.get(key::BOARD_CAPTION)
                                placeholder=words.get(key::BOARD_CAPTION)
                            />
                        }
                            .into_any()
                    } else {
                        view! { <p dir="auto">{move || caption.get()}</p> }.into_any()
                    }}
                </figcaption>
            </figure>
            {move || {
                let shown = listed && (!writes || chosen.get());
                source.get().filter(|_| shown).map(|source| {
                    let href = source.replace("/files/", "/report?about=picture-");
                    view! { <a class="meta report-way" href=href>{words.get(key::FEEDBACK_REPORT)}</a> }.into_any()
                })
            }}
            <Pins place=Place::whole(id) />
            {(writes && listed)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="more"
                            aria-label=words.get(key::BOARD_MORE_NOTE)
                            aria-expanded=move || if chosen.get() { "true" } else { "false" }
                            on:click=press(move || state.selection.set(if chosen.get_untracked() { Vec::new() } else { vec![id] }))
                        >
                            <Icon glyph=Glyph::DotsThree />
                        </button>
                    }.into_any()
                })}
            {move || (writes && listed && chosen.get()).then(|| view! { <Actions id kind=Kind::Image /> }.into_any())}
        </li>
    }
    .into_any()
}

/// The picture of a record, or its box where data is saved.
pub fn seen(state: BoardState, record: Memo<Option<Record>>) -> AnyView {
    let words = use_words();
    let photo = Memo::new(move |_| record.with(|record| record.as_ref().and_then(|record| Some((record.asset()?.clone(), record.size())))));
    let alt = move || match record.with(|record| record.as_ref().map(|record| record.words().to_owned())) {
        Some(caption) if !caption.is_empty() => caption,
        _ => words.get(key::BOARD_PICTURE).to_owned(),
    };
    let drawn = move || {
        let (asset, Size { w, h }) = photo.get()?;
        let Some(said) = state.photos.wait(&asset.0) else {
            // That it can wait is said before where it is: the browser asks for a picture as soon as it knows its address.
            return Some(view! { <img loading="lazy" decoding="async" draggable="false" alt=alt src=address(&asset) /> }.into_any());
        };
        Some(
            view! {
                <button type="button" class="photo-waits" data-photo=asset.0>
                    <svg viewBox=format!("0 0 {w} {h}") aria-hidden="true"></svg>
                    <span class="photo-says">
                        <Icon glyph=Glyph::Image />
                        {said}
                        <span class="only-read">{alt}</span>
                    </span>
                </button>
            }
            .into_any(),
        )
    };
    drawn.into_any()
}

/// The button that takes or chooses a photo; `on_stored` gets it once the server has it.
#[component]
pub fn PhotoButton(on_stored: Callback<Stored>, #[prop(default = "button button-secondary photo")] class: &'static str) -> impl IntoView {
    let state = use_board();
    let words = use_words();
    let sending = RwSignal::new(None::<u64>);
    view! {
        <label class=class aria-busy=move || sending.get().map(|_| "true")>
            <Icon glyph=Glyph::Camera />
            <span>
                {move || match sending.get() {
                    None => words.get(key::BOARD_PHOTO).to_owned(),
                    Some(bytes) => words.fill(key::BOARD_PHOTO_SENDING, &[("size", &weight(bytes))]),
                }}
            </span>
            <input
                class="only-read"
                type="file"
                accept="image/*"
                aria-label=words.get(key::BOARD_PHOTO)
                disabled=move || !state.writable() || sending.with(Option::is_some)
                on:change=move |event| super::upload::chosen(state, &event, sending, on_stored)
            />
        </label>
    }
    .into_any()
}

/// Puts a stored picture at the end of a parent.
pub fn put(state: BoardState, parent: Parent, stored: &Stored) -> Option<RecordId> {
    let (w, h) = (i32::try_from(stored.width).unwrap_or(1).max(1), i32::try_from(stored.height).unwrap_or(1).max(1));
    let scaled = |side: i32| i32::try_from(i64::from(side) * i64::from(SIDE) / i64::from(w.max(h))).unwrap_or(SIDE).max(8);
    let size = Size { w: scaled(w), h: scaled(h) };
    let create = state.read(|document| {
        let mut create = draft::bare(Kind::Image, parent.clone(), document.order_last(&parent));
        create.fields.push(Field::Asset(Some(AssetId(stored.asset.clone()))));
        create.fields.push(Field::Size(size));
        if parent == Parent::Board {
            create.fields.push(Field::Position(spot::free(document, size)));
        }
        create
    });
    state.create(create)
}

/// A size as people read it: « 180 Ko ».
pub(super) fn weight(bytes: u64) -> String {
    let words = use_words();
    if bytes < 1_000_000 {
        words.fill(key::BOARD_KILOBYTES, &[("n", &bytes.div_ceil(1000).to_string())])
    } else {
        words.fill(key::BOARD_MEGABYTES, &[("n", &format!("{}.{}", bytes / 1_000_000, bytes / 100_000 % 10))])
    }
}
