//! What all parts of the page that makes screens share: which screen is shown, which part of it is held, what is being dragged.
//! Copy it into any handler. It changes the board only through [`BoardState`], one gesture at a time.

use super::{layout::Area, picture};
use crate::{
    board::state::{BoardState, use_board},
    place,
};
use board::{
    Record,
    id::RecordId,
    record::{Kind, Parent, Size},
};
use leptos::{html, prelude::*};

/// The screens of one prototype, being made.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The board.
    pub board: BoardState,
    /// The prototype.
    pub prototype: RecordId,
    /// Its screens, in order.
    pub screens: Memo<Vec<RecordId>>,
    /// The screen that is shown: the one last chosen, by hand or in the address, else the first.
    pub screen: Memo<Option<RecordId>>,
    /// What stands on it, from the lowest to the topmost.
    pub parts: Memo<Vec<RecordId>>,
    /// The part that is held.
    pub held: Memo<Option<RecordId>>,
    /// What a part would cover, while it is being dragged; not yet on the board.
    pub ghost: RwSignal<Option<(RecordId, Area)>>,
    /// What pointers are measured against.
    pub stage: NodeRef<html::Div>,
    /// What shows and moves the part that is held.
    pub grip: NodeRef<html::Div>,
    asked: RwSignal<Option<RecordId>>,
}

/// The desk of this page.
pub fn use_desk() -> Desk {
    expect_context()
}

/// The screen that an address names.
pub fn address(desk: Desk, screen: RecordId) -> String {
    let venture = desk.board.venture.with_value(|venture| venture.id);
    format!("/v/{venture}/prototypes/{}?screen={screen}", desk.prototype)
}

impl Desk {
    /// Sets the desk up on the board in context.
    pub fn provide(prototype: RecordId) -> Self {
        let board = use_board();
        let asked = RwSignal::new(place::query("screen").and_then(|screen| screen.parse().ok()));
        let screens = Memo::new(move |_| {
            board.inside(&Parent::Record(prototype));
            board.read(|document| document.screens(prototype).map(|screen| screen.id).collect::<Vec<_>>())
        });
        let screen = Memo::new(move |_| {
            let asked = asked.get().filter(|asked| screens.with(|all| all.contains(asked)));
            asked.or_else(|| {
                screens.track();
                board.get(prototype);
                board.read(|document| picture::first_screen(document, prototype))
            })
        });
        let parts = Memo::new(move |_| {
            let Some(screen) = screen.get() else { return Vec::new() };
            board.inside(&Parent::Record(screen));
            board.read(|document| picture::parts(document, screen).map(|part| part.id).collect::<Vec<_>>())
        });
        let held = Memo::new(move |_| {
            let all = board.selection.get();
            parts.with(|parts| all.into_iter().find(|id| parts.contains(id)))
        });
        let desk = Self {
            board,
            prototype,
            screens,
            screen,
            parts,
            held,
            ghost: RwSignal::new(None),
            stage: NodeRef::new(),
            grip: NodeRef::new(),
            asked,
        };
        provide_context(desk);
        desk
    }

    /// Shows another screen.
    pub fn show(&self, screen: RecordId) {
        self.hold(None);
        self.asked.set(Some(screen));
        super::hand::address(&address(*self, screen));
    }

    /// Takes hold of a part, or lets go.
    pub fn hold(&self, part: Option<RecordId>) {
        let part: Vec<RecordId> = part.into_iter().collect();
        if self.board.selection.with_untracked(|now| *now != part) {
            self.board.selection.set(part);
        }
    }

    /// Size of the screen that is shown. Follows it.
    pub fn size(&self) -> Size {
        self.screen.get().and_then(|screen| self.board.get(screen)).map_or(Kind::Screen.default_size(), |screen| screen.size())
    }

    /// What a part covers, as it is being dragged. Follows it.
    pub fn area(&self, record: &Record) -> Area {
        let dragged = self.ghost.with(|ghost| ghost.filter(|(id, _)| *id == record.id));
        dragged.map_or_else(|| Area::of(record), |(_, area)| area)
    }

    /// What a screen is called: its name, else its number. Follows both.
    pub fn name(&self, screen: RecordId) -> String {
        let name = self.board.get(screen).map(|screen| screen.words().trim().to_owned()).unwrap_or_default();
        if name.is_empty() { super::make::numbered(self.number(screen)) } else { name }
    }

    /// The place of a screen in the row, from 1. Follows it.
    pub fn number(&self, screen: RecordId) -> usize {
        self.screens.with(|all| all.iter().position(|id| *id == screen)).unwrap_or_default() + 1
    }
}
