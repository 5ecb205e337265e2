//! Behind the question that starts a venture: who, judge, write, and what the board begins with. Only on the server.
//! Sent twice it makes one venture: the form names it, and what is already on its board is not written again.

use crate::board::{fill, picker};
use crate::context::{Site, Visit, now};
use crate::error::{AppError, AppResult};
use board::{
    Document, Operation, Sent, encode,
    id::{BlockId, Counter, RecordId},
    operation::{Create, Edit, Step},
    record::{Field, Kind, Parent, TextKey},
};
use serde::Deserialize;
use shared::{
    Lang,
    access::{Actor, CreateVenture, Locus, WriteBoard, allow},
    ids::VentureId,
    reference, starting,
    ventures::{VentureCard, VentureForm},
};

/// Answers of one form that may cross each other; whoever is not through by then is told to try again.
const ROUNDS: u32 = 4;
/// So many milliseconds after it last changed, a venture that begins with the same answer is the same venture.
const MOMENT: i64 = 3_600_000;

/// What the form sends.
#[derive(Clone, Debug, Deserialize)]
pub struct Answer {
    /// The venture that it makes.
    pub id: VentureId,
    /// The language in which the question was read.
    pub lang: Lang,
    /// What was typed.
    pub saw: String,
}

/// Starts the venture of an answer; says where its next block waits.
///
/// # Errors
/// `SignIn` and `Forbidden` as the rule says, `Field` for an answer that says nothing or too much, `Conflict` for somebody else's id.
pub async fn start(site: &Site, visit: &Visit, answer: &Answer) -> AppResult<String> {
    let who = visit.actor.as_ref().ok_or(AppError::SignIn)?;
    let group = who.group().ok_or(AppError::Forbidden)?;
    let permit = allow(who, CreateVenture { group })?;
    if let Some(fault) = starting::fault(&answer.saw) {
        return Err(AppError::Field("saw".to_owned(), fault));
    }
    let at = store::accounts::group(&site.db, group).await?.ok_or(AppError::Hidden)?.at;
    let town = store::accounts::town_of_group(&site.db, group).await?.unwrap_or_default();
    let place = reference::commune_of_town(&town, &at.region).unwrap_or_default().to_owned();
    let form = starting::venture_of(&answer.saw, place);
    let answer = &Answer { id: twin(site, who, &form).await?.unwrap_or(answer.id), ..answer.clone() };
    store::ventures::create(&site.db, permit, answer.id, &form, answer.lang, now()).await?;
    // With the venture came the right to write on its board.
    let token = visit.session.as_deref().unwrap_or_default();
    let who = store::accounts::actor_of(&site.db, token, now()).await?.ok_or(AppError::SignIn)?;
    let at = Locus { venture: Some(answer.id), ..at };
    let document = write(site, &who, &at, answer).await?;
    Ok(next_block(&document, answer))
}

/// A venture that the same person started with the same answer a moment ago, by going back to the question.
async fn twin(site: &Site, who: &Actor, form: &VentureForm) -> AppResult<Option<VentureId>> {
    let own = store::ventures::of_person(&site.db, who.person).await?;
    let same = |card: &VentureCard| card.name == form.name && card.idea == form.idea && now().0 - card.changed.0 < MOMENT;
    Ok(own.into_iter().find(same).map(|card| card.id))
}

/// Writes the answer, as a device of the person's own would. Words that are on the board already stay as they are.
async fn write(site: &Site, who: &Actor, at: &Locus, answer: &Answer) -> AppResult<Document> {
    for _ in 0..ROUNDS {
        let (client, author, counter) = site.boards.client(answer.id, who.person, answer.id.0.as_bytes()).await?;
        let document = site.boards.open(answer.id).await?;
        let gesture = gesture(&document, RecordId { client, counter: counter + 1 }, answer).ok_or(AppError::Unavailable)?;
        if gesture.is_empty() {
            return Ok(document);
        }
        let one = |(counter, operation): (Counter, Operation)| Sent { counter, gesture: 1, bytes: encode(&operation).into(), age: 0 };
        let sent = (counter + 1..).zip(gesture).map(one).collect();
        // An answer that crossed this one took the numbers: the next round finds what it wrote.
        site.boards.push(allow(who, WriteBoard { at })?, answer.id, client, author, sent).await?;
    }
    Err(AppError::Unavailable)
}

/// What is still to be written: the sheet with the answer in its first block; a note beside it for another answer of the same form.
/// `next` is the name of the first record made.
fn gesture(document: &Document, next: RecordId, answer: &Answer) -> Option<Vec<Operation>> {
    let (words, text) = (starting::kept(&answer.saw), TextKey::Block(BlockId::from(starting::BLOCK)));
    let holds = |record: &board::Record| record.words() == words || record.text(&text) == words;
    if document.visible().any(holds) {
        return Some(Vec::new());
    }
    if document.frames().next().is_some() {
        let order = document.order_last(&Parent::Board);
        let place = crate::board::spot::free(document, Kind::Note.default_size());
        let bare = crate::board::draft::bare(Kind::Note, Parent::Board, order);
        return Some(vec![Operation::Create(Create { words, fields: vec![Field::Position(place)], ..bare })]);
    }
    let sheet = picker::sheet(document, &reference::template(starting::SHEET, answer.lang)?, answer.lang);
    let written = Edit { record: next, text, base: document.head(), steps: vec![Step::Insert(words)] };
    Some(vec![Operation::Create(sheet), Operation::Edit(written)])
}

/// The board at the block that comes after the answer, with the caret in it; without a script the page goes to the block.
fn next_block(document: &Document, answer: &Answer) -> String {
    let board = format!("/v/{}/board", answer.id);
    let template = reference::template(starting::SHEET, answer.lang);
    let place = document.frames().zip(template).next().and_then(|(frame, template)| {
        let block = fill::of(document, frame.id, &template).next?;
        Some(format!("{}-{}", frame.id, block.0))
    });
    match place {
        Some(place) => format!("{board}?write={place}#r-{place}"),
        None => board,
    }
}
