//! Who else is on the canvas: their pointers, what they have selected and what they drag, each in their colour and with their name;
//! and this person, told to them in turn.

use super::stage::{Stage, length, set, use_stage};
use crate::board::{each::each, state::Mate};
use board::{
    id::{ClientNo, RecordId},
    record::Point,
    wire::Presence,
};
use gloo::timers::callback::Timeout;
use leptos::{html, prelude::*};
use web_sys::HtmlElement;

/// Between two tellings, in milliseconds.
const PAUSE: f64 = 80.0;
/// Colours of teammates.
const COLOURS: u32 = 5;
/// Of one teammate's selection, so many are framed.
const MOST: usize = 30;

/// The others.
#[component]
pub fn Mates() -> impl IntoView {
    let stage = use_stage();
    let clients = Memo::new(move |_| stage.board.mates.with(|mates| mates.iter().map(|mate| mate.client).collect::<Vec<_>>()));
    follow_drags(stage);
    view! { <For each=move || clients.get() key=|client| *client children=|client| view! { <Other client /> } /> }.into_any()
}

fn mate_of(stage: Stage, client: ClientNo) -> Option<Mate> {
    stage.board.mates.with(|mates| mates.iter().find(|mate| mate.client == client).cloned())
}

#[component]
fn Other(client: ClientNo) -> impl IntoView {
    let stage = use_stage();
    let mate = Memo::new(move |_| mate_of(stage, client));
    let node = NodeRef::<html::Div>::new();
    let pointer = Memo::new(move |_| mate.with(|mate| mate.as_ref().and_then(|mate| mate.presence.pointer)));
    Effect::new(move |_| {
        if let (Some(element), Some(at)) = (node.get(), pointer.get()) {
            set(&element, "translate", &format!("{} {}", length(at.x), length(at.y)));
        }
    });
    let chosen = Memo::new(move |_| {
        mate.with(|mate| {
            let Some(mate) = mate else { return Vec::new() };
            let mut all: Vec<RecordId> = mate.presence.selection.iter().take(MOST).copied().collect();
            all.extend(mate.presence.typing.filter(|id| !all.contains(id)));
            all
        })
    });
    // The name may come after the pointer.
    let name = Memo::new(move |_| mate.with(|mate| mate.as_ref().map(|mate| stage.board.name_of(mate.author))).unwrap_or_default());
    let colour = mate.with_untracked(|mate| mate.as_ref().map_or(0, |mate| mate.author.0 % COLOURS)) + 1;
    view! {
        <div class=format!("c-mate mate-{colour}")>
            {each(chosen, move |id| view! { <Held id mate name /> }.into_any())}
            <div class="c-pointer" node_ref=node hidden=move || pointer.get().is_none()>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <path d="M1 1l5 14 2.5-6L15 6z"></path>
                </svg>
                <bdi class="mate">{move || name.get()}</bdi>
            </div>
        </div>
    }
    .into_any()
}

/// The frame round something that a teammate has selected.
#[component]
fn Held(id: RecordId, mate: Memo<Option<Mate>>, name: Memo<String>) -> impl IntoView {
    let stage = use_stage();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        stage.laid.track();
        // What it covers follows a drag by itself.
        mate.track();
        let Some(element) = node.get() else { return };
        let Some(area) = stage.covers(id) else {
            set(&element, "display", "none");
            return;
        };
        set(&element, "display", "");
        for (property, value) in [("left", area.x), ("top", area.y), ("width", area.w), ("height", area.h)] {
            set(&element, property, &length(value));
        }
    });
    view! {
        <div class="c-held" node_ref=node>
            <bdi class="mate">{move || name.get()}</bdi>
        </div>
    }
    .into_any()
}

/// What teammates drag follows their pointers; the drop is an operation.
fn follow_drags(stage: Stage) {
    let dragged = Memo::new(move |_| {
        stage.board.mates.with(|mates| {
            let dragging = mates.iter().filter_map(|mate| Some((mate, mate.presence.drag?)));
            dragging
                .flat_map(|(mate, by)| mate.presence.selection.iter().take(MOST).map(move |id| (*id, by)))
                .collect::<Vec<(RecordId, Point)>>()
        })
    });
    Effect::new(move |before: Option<Vec<RecordId>>| {
        let now = dragged.get();
        let own = |element: &HtmlElement| element.class_list().contains("c-carried");
        for id in before.unwrap_or_default().into_iter().filter(|id| now.iter().all(|(other, _)| other != id)) {
            if let Some(element) = stage.element(id).filter(|element| !own(element)) {
                set(&element, "translate", "none");
            }
        }
        for (id, by) in &now {
            if let Some(element) = stage.element(*id).filter(|element| !own(element)) {
                set(&element, "translate", &format!("{} {}", length(by.x), length(by.y)));
            }
        }
        stage.lay();
        now.into_iter().map(|(id, _)| id).collect()
    });
}

/// What was told last and what is to be told.
#[derive(Default)]
struct Telling {
    told: Presence,
    at: f64,
    waiting: Option<Timeout>,
}

/// Tells the others where this person is, at most once a pause. A pointer without anybody to see it is not sent.
pub fn tell(stage: Stage) {
    let telling = StoredValue::new_local(Telling::default());
    let here = move || Presence {
        pointer: stage.pointer.get().filter(|_| stage.board.mates.with(|mates| !mates.is_empty())),
        selection: stage.board.selection.get(),
        typing: stage.board.editing.with(|open| open.as_ref().map(|(id, _)| *id)),
        drag: stage.drag.get(),
    };
    Effect::new(move |_| {
        let now = here();
        let wait = telling.with_value(|telling| {
            let due = telling.told != now && telling.waiting.is_none();
            due.then(|| (telling.at + PAUSE - js_sys::Date::now()).clamp(0.0, PAUSE))
        });
        let Some(wait) = wait else { return };
        let later = Timeout::new(wait as u32, move || {
            // The canvas may be gone by then, and its signals with it.
            let still = telling.try_update_value(|telling| telling.waiting = None).is_some();
            if still && !stage.view.is_disposed() {
                let presence = untrack(here);
                telling.update_value(|telling| (telling.told, telling.at) = (presence.clone(), js_sys::Date::now()));
                stage.board.tell(presence);
            }
        });
        telling.update_value(|telling| telling.waiting = Some(later));
    });
    let board = stage.board;
    on_cleanup(move || board.tell(Presence::default()));
}
