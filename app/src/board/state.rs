//! The open board as its views see it: read record by record, changed gesture by gesture. Copy it into any handler.
//! Both views, list and canvas, stand on this and on nothing else. It never opens a socket: `live` does.

use super::standing::Wire;
pub use super::standing::{Ask, Line, Mate, Mode, Status, View};
use super::{
    anchor,
    api::Parts,
    book::{Book, Outcome},
    draft::Draft,
    photos::{Photos, Weighed},
    scroll, told,
};
use crate::{
    locale::{key, use_words},
    ui::Toaster,
};
use board::{
    Document, Operation, Place, Record,
    id::{Author, ClientNo, RecordId},
    operation::Create,
    record::{Parent, TextKey},
    replica::{Composing, Effect, Event, Intent},
    wire::{Presence, ToServer},
};
use leptos::prelude::*;
use shared::{
    feedback::{Anchor, Conversation},
    ids::ThreadId,
    programme::Template,
    ventures::Venture,
};

/// The open board.
#[derive(Clone, Copy)]
pub struct BoardState {
    /// What this person may do.
    pub mode: Mode,
    /// The venture.
    pub venture: StoredValue<Venture>,
    /// The address of its page.
    pub home: StoredValue<String>,
    /// What the parts weigh that are fetched when they are wanted.
    pub parts: Parts,
    /// Pictures, where data is saved.
    pub photos: Photos,
    /// What is selected, in either view.
    pub selection: RwSignal<Vec<RecordId>>,
    /// Which text is open for typing, in either view.
    pub editing: RwSignal<Option<(RecordId, TextKey)>>,
    /// Templates known here, in the reader's language: those in use, all 17 once the picker was open.
    pub templates: RwSignal<Vec<Template>>,
    /// Threads of feedback on this board.
    pub threads: RwSignal<Vec<Conversation>>,
    /// The thread being read.
    pub thread: RwSignal<Option<ThreadId>>,
    /// What a new remark is being written on.
    pub remark: RwSignal<Option<Anchor>>,
    /// Whether the panel of all threads is open, where there is no room for it beside the board.
    pub panel: RwSignal<bool>,
    /// Whether the picker of sheets is open.
    pub picker: RwSignal<bool>,
    /// Which view is shown.
    pub view: RwSignal<View>,
    /// Which view was asked for last; it may still be on its way.
    pub wanted: StoredValue<View>,
    /// What the canvas is to begin with; it takes it.
    pub ask: RwSignal<Option<Ask>>,
    /// The block, or the board, last worked in: where a new note goes.
    pub here: RwSignal<Parent>,
    /// Who else is here.
    pub mates: RwSignal<Vec<Mate>>,
    /// How the page stands with the server.
    pub status: RwSignal<Status>,
    names: RwSignal<Vec<(Author, String)>>,
    toaster: Toaster,
    book: StoredValue<Book>,
    wire: StoredValue<Option<Callback<Wire>>>,
    take_back: StoredValue<Option<Callback<()>>>,
}

/// The board of this page.
pub fn use_board() -> BoardState {
    expect_context()
}

impl BoardState {
    /// Opens a board on what the server sent with the page. It belongs to the owner in which it is opened.
    pub(crate) fn open(
        toaster: Toaster,
        venture: Venture,
        mode: Mode,
        document: Document,
        templates: Vec<Template>,
        threads: Vec<Conversation>,
    ) -> Self {
        let state = Self {
            mode,
            parts: Parts::default(),
            photos: Photos::of(None, Vec::new()),
            home: StoredValue::new(format!("/v/{}", venture.id)),
            venture: StoredValue::new(venture),
            selection: RwSignal::default(),
            editing: RwSignal::new(None),
            templates: RwSignal::new(templates),
            threads: RwSignal::new(threads),
            thread: RwSignal::new(None),
            remark: RwSignal::new(None),
            panel: RwSignal::new(false),
            picker: RwSignal::new(false),
            view: RwSignal::default(),
            wanted: StoredValue::new(View::default()),
            ask: RwSignal::new(None),
            here: RwSignal::new(Parent::Board),
            mates: RwSignal::default(),
            status: RwSignal::default(),
            names: RwSignal::default(),
            toaster,
            book: StoredValue::new(Book::new(document)),
            wire: StoredValue::new(None),
            take_back: StoredValue::new(None),
        };
        state.take_back.set_value(Some(Callback::new(move |()| state.undo())));
        state
    }

    /// The same with what its pictures weigh, where data is saved, and what playing its prototypes moves.
    pub(crate) fn weighed(self, weights: Option<Vec<Weighed>>, heavy: Vec<Weighed>) -> Self {
        Self { photos: Photos::of(weights, heavy), ..self }
    }

    /// Reads the board as it stands, without following it.
    pub fn read<T>(&self, f: impl FnOnce(&Document) -> T) -> T {
        self.book.with_value(|book| f(book.document()))
    }

    /// Reads the board and follows every change of it. For what sums up the whole board; a view of one record uses [`Self::record`].
    pub fn follow<T>(&self, f: impl FnOnce(&Document) -> T) -> T {
        self.book.with_value(|book| {
            book.track_any();
            f(book.document())
        })
    }

    /// A record as it stands, and follows it; `None` while it is deleted. A frame is woken too by what comes into its blocks or leaves them.
    pub fn get(&self, id: RecordId) -> Option<Record> {
        let trigger = self.book.try_update_value(|book| book.reader_of(id))?;
        trigger.track();
        self.book.with_value(|book| book.visible(id).cloned())
    }

    /// See [`Self::get`].
    pub fn record(&self, id: RecordId) -> Signal<Option<Record>> {
        let state = *self;
        Signal::derive(move || state.get(id))
    }

    /// Names of the visible children of a parent in their order, and follows them.
    pub fn inside(&self, parent: &Parent) -> Vec<RecordId> {
        let Some(trigger) = self.book.try_update_value(|book| book.reader_in(parent)) else { return Vec::new() };
        trigger.track();
        self.read(|document| document.children(parent).map(|record| record.id).collect())
    }

    /// See [`Self::inside`].
    pub fn children(&self, parent: Parent) -> Signal<Vec<RecordId>> {
        let state = *self;
        Signal::derive(move || state.inside(&parent))
    }

    /// Whether the board can be written now: a member, greeted by the server at least once. Follows it.
    pub fn writable(&self) -> bool {
        self.mode == Mode::Write && self.status.with(|status| status.line != Line::Opening)
    }

    /// The beginning of a gesture; `None` when the board cannot be written, which the person is then told.
    pub fn draft(&self) -> Option<Draft> {
        if self.mode != Mode::Write {
            return None;
        }
        let next = self.book.with_value(|book| book.replica().can_write().then(|| book.replica().next_id()));
        if next.is_none() {
            self.toaster.say(use_words().get(key::BOARD_NOT_YET), None);
        }
        next.map(Draft::new)
    }

    /// Does operations as one gesture. False when the board cannot be written.
    pub fn act(&self, operations: Vec<Operation>) -> bool {
        if operations.is_empty() || self.draft().is_none() {
            return false;
        }
        self.take(Event::Do(operations.into_iter().map(intent).collect()));
        true
    }

    /// Makes one record; its name when it was made.
    pub fn create(&self, create: Create) -> Option<RecordId> {
        let mut draft = self.draft()?;
        let id = draft.create(create);
        self.act(draft.done()).then_some(id)
    }

    /// Changes a text to what was typed; only the difference travels.
    pub fn edit_text(&self, record: RecordId, key: &TextKey, words: &str) {
        if self.mode == Mode::Write
            && self.book.with_value(|book| book.replica().can_write())
            && let Some(outcome) = self.book.try_update_value(|book| book.edit_text(record, key, words))
        {
            self.follow_up(outcome);
        }
    }

    /// Tells that an input method composes in a text: what others write there waits until it ends.
    pub fn compose(&self, record: RecordId, key: &TextKey, composing: Composing) {
        self.take(Event::Compose(record, key.clone(), composing));
    }

    /// Tells that the person stopped typing: what is typed next is undone on its own.
    pub fn pause(&self) {
        self.take(Event::Pause);
    }

    /// Takes the last gesture back.
    pub fn undo(&self) {
        if self.mode == Mode::Write {
            self.take(Event::Undo);
        }
    }

    /// Does again what was last taken back.
    pub fn redo(&self) {
        if self.mode == Mode::Write {
            self.take(Event::Redo);
        }
    }

    /// Tells the others where this person is. Never stored; nothing is lost when it is dropped.
    pub fn tell(&self, presence: Presence) {
        self.ask_wire(Wire::Send(ToServer::Presence(presence)));
    }

    /// Opens the composer on a place, for those who may leave a remark.
    pub fn remark_on(&self, place: Place) {
        if self.mode != Mode::Comment {
            return;
        }
        let anchor = self.anchor(place);
        if let Some(anchor) = anchor {
            self.thread.set(None);
            self.remark.set(Some(anchor));
            self.panel.set(true);
        }
    }

    /// What a remark on a place would be written on.
    pub fn anchor(&self, place: Place) -> Option<Anchor> {
        let mut anchor = self.read(|document| self.templates.with_untracked(|templates| anchor::of(document, templates, place)))?;
        anchor.seen = self.book.with_value(|book| book.replica().head());
        Some(anchor)
    }

    /// Opens a thread beside the board.
    pub fn open_thread(&self, thread: ThreadId) {
        self.remark.set(None);
        self.thread.set(Some(thread));
        self.panel.set(true);
        scroll::to(format!("t-{thread}"));
    }

    /// The template a frame is made of, when it is known here. Follows what is known.
    pub fn template(&self, id: &str) -> Option<Template> {
        self.templates.with(|all| all.iter().find(|template| template.id == id).cloned())
    }

    /// Name of an author; empty until it is known.
    pub fn name_of(&self, author: Author) -> String {
        self.names.with(|names| names.iter().find(|(a, _)| *a == author).map(|(_, name)| name.clone()).unwrap_or_default())
    }

    /// See [`Self::name_of`]; without following it.
    pub fn name_of_now(&self, author: Author) -> String {
        untrack(|| self.name_of(author))
    }

    /// Undo for a notice. It lives as long as the board: the record it is about, and all that showed it, may be gone.
    pub fn take_back(&self) -> Option<Callback<()>> {
        self.take_back.get_value()
    }

    /// Where things are said that were done or refused.
    pub fn toaster(&self) -> Toaster {
        self.toaster
    }

    /// Gives the state its line to the server, and the page its name.
    #[cfg(feature = "csr")]
    pub(super) fn wire(&self, device: &[u8], wire: Callback<Wire>) {
        self.book.update_value(|book| book.on_device(device));
        self.wire.set_value(Some(wire));
    }

    #[cfg(feature = "csr")]
    pub(super) fn names(&self, names: Vec<(Author, String)>) {
        self.names.set(names);
    }

    #[cfg(feature = "csr")]
    pub(super) fn line(&self, line: Line) {
        self.status.update(|status| status.line = line);
    }

    /// The words written here that the server has not confirmed, a blank line between them.
    #[cfg(feature = "csr")]
    pub(super) fn unsent(&self) -> String {
        self.book.with_value(|book| {
            let known = book.replica().confirmed();
            let told = |record: &Record, key: &TextKey| known.get(record.id).is_some_and(|known| known.text(key) == record.text(key));
            let records = book.document().visible();
            let texts = records.flat_map(|record| record.texts().filter(|(key, _)| !told(record, key)).map(|(_, words)| words));
            texts.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n\n")
        })
    }

    /// This page's own number, once the server gave it.
    pub fn client(&self) -> Option<ClientNo> {
        self.book.with_value(|book| book.replica().client())
    }

    pub(super) fn ask_wire(&self, wire: Wire) {
        if let Some(line) = self.wire.try_with_value(|line| *line).flatten() {
            line.run(wire);
        }
    }

    /// Hands an event to the replica and does what follows. The readers wake when the replica is free again.
    pub(super) fn take(&self, event: Event) {
        if let Some(outcome) = self.book.try_update_value(|book| book.take(event)) {
            self.follow_up(outcome);
        }
    }

    fn follow_up(&self, outcome: Outcome) {
        outcome.wake();
        for effect in outcome.effects {
            match effect {
                Effect::Send(frame) => self.ask_wire(Wire::Send(frame)),
                Effect::Reconnect => self.ask_wire(Wire::Again),
                Effect::Skipped(skips) => told::skipped(*self, &skips),
                Effect::Refused { why, kept, .. } => told::refused(*self, why, kept),
                Effect::Kept { note, .. } => told::kept(*self, note),
                Effect::Reload => told::reload(*self),
                Effect::Show(_) | Effect::ShowAll | Effect::Persist => {}
            }
        }
        self.count();
    }

    /// Brings the badge and the undo buttons up to date.
    fn count(&self) {
        let (pending, undo, redo) =
            self.book.with_value(|book| (book.replica().pending(), book.replica().can_undo(), book.replica().can_redo()));
        let same = self.status.with_untracked(|s| (s.pending, s.undo, s.redo) == (pending, undo, redo));
        if !same {
            self.status.update(|status| (status.pending, status.undo, status.redo) = (pending, undo, redo));
        }
    }
}

fn intent(operation: Operation) -> Intent {
    match operation {
        Operation::Create(create) => Intent::Create(create),
        Operation::Set(record, field) => Intent::Set(record, field),
        Operation::Edit(edit) => Intent::Edit { record: edit.record, text: edit.text, steps: edit.steps },
        Operation::Delete(record) => Intent::Delete(record),
        Operation::Restore(record) => Intent::Restore(record),
    }
}
