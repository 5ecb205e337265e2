//! Behind the page of a trainee's day: who, load, judge, answer. It writes nothing.

use crate::board::fill::{self, Fill};
use crate::context::{Site, actor, site, visit};
use crate::error::{AppError, AppResult};
use crate::ventures::joining::{self, Invite, TeamView};
use board::{Document, id::RecordId};
use shared::{
    Lang, Millis,
    access::{CreateVenture, allow},
    feedback::{Side, ThreadKind, ThreadState},
    gates::Word,
    ids::{ThreadId, VentureId},
    reference,
    today::{Sheet, Step, next_step},
    ventures::{Gate, Member, VentureCard},
};
use store::ventures::OwnWish;

/// A sheet of the programme, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetWords {
    /// Its template's id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How long it takes.
    pub minutes: u16,
}

/// What a team does next, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepWords {
    /// Start a venture, which begins with this sheet.
    Start(SheetWords),
    /// Do first what the mentor asked for.
    Asked(Word),
    /// Put the first sheet on the empty board.
    Begin(SheetWords),
    /// Add the next sheet.
    Add(SheetWords),
    /// Go on with a sheet.
    Fill {
        /// The sheet.
        sheet: SheetWords,
        /// Where to write on the board: the first empty block, as `1-1-who`.
        place: String,
        /// Blocks with something in them.
        filled: u32,
        /// Blocks to fill.
        blocks: u32,
    },
    /// Show the work to the mentor.
    Show,
}

/// The next step, and of which venture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// The venture and its name; none before the first one.
    pub venture: Option<(VentureId, String)>,
    /// What.
    pub step: StepWords,
    /// What the team can say at the gate that it leads to.
    pub promise: Option<String>,
}

/// A thread that waits for the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingThread {
    /// The thread.
    pub id: ThreadId,
    /// Its venture.
    pub venture: VentureId,
    /// The venture's name.
    pub venture_name: String,
    /// Meant as.
    pub kind: ThreadKind,
    /// Who spoke last from the mentor's side.
    pub author: String,
    /// What they said.
    pub words: String,
    /// Waiting since.
    pub since: Millis,
}

/// A venture of the trainee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnVenture {
    /// What a list shows of it.
    pub card: VentureCard,
    /// The name of its last gate.
    pub gate: String,
    /// Names of its team.
    pub team: Vec<String>,
}

/// A team as its member meets it in the morning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamNow {
    /// Of this venture.
    pub venture: VentureId,
    /// Who.
    pub members: Vec<Member>,
    /// Whether there is room for one more.
    pub may_invite: bool,
    /// The code that is good now.
    pub invite: Option<Invite>,
    /// Who wishes to join.
    pub wishes: Vec<Member>,
}

/// A trainee's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The one next step.
    pub next: NextStep,
    /// The venture that the page is about, if any.
    pub venture: Option<VentureId>,
    /// Threads that wait, the longest-waiting first.
    pub waiting: Vec<WaitingThread>,
    /// The team of the venture that is gone on with.
    pub team: Option<TeamNow>,
    /// The teams they asked to join.
    pub wishes: Vec<OwnWish>,
    /// Own ventures, last changed first.
    pub ventures: Vec<OwnVenture>,
}

pub(super) async fn page() -> AppResult<Day> {
    let (who, site, lang) = (actor()?, site(), visit().lang);
    // Who may start a venture has a day of their own: the trainees.
    allow(&who, CreateVenture { group: who.group().ok_or(AppError::Forbidden)? })?;
    let cards = store::ventures::of_person(&site.db, who.person).await?;
    let on = going_on(&site, &cards).await?;
    let next = match on {
        Some(card) => next(&site, card, lang).await?,
        None => start(lang).ok_or(AppError::Unavailable)?,
    };
    let about = on.or(cards.first()).map(|card| card.id);
    let mut waiting = waiting(&site, &cards).await?;
    waiting.sort_by_key(|thread| thread.since);
    let gates = reference::gates(lang);
    let mut ventures = Vec::with_capacity(cards.len());
    let mut team_now = None;
    for card in cards {
        let venture = store::ventures::venture(&site.db, card.id).await?;
        if let (true, Some(venture)) = (about == Some(card.id), &venture) {
            let TeamView { may_invite, invite, wishes, .. } = joining::view(&site, &who, venture).await?;
            team_now = Some(TeamNow { venture: card.id, members: venture.team.clone(), may_invite, invite, wishes });
        }
        let team = venture.map(|venture| venture.team).unwrap_or_default();
        let gate = gates.iter().find(|words| words.gate == card.gate).map(|words| words.name.clone()).unwrap_or_default();
        ventures.push(OwnVenture { team: team.into_iter().map(|member| member.name).collect(), gate, card });
    }
    let wishes = store::ventures::wishes_of(&site.db, who.person).await?;
    Ok(Day { next, venture: about, waiting, team: team_now, wishes, ventures })
}

/// The venture to go on with: the one last worked on of those that were not set aside.
async fn going_on<'a>(site: &Site, cards: &'a [VentureCard]) -> AppResult<Option<&'a VentureCard>> {
    for card in cards {
        let asides = store::exits::of_venture(&site.db, card.id).await?;
        if asides.first().is_none_or(|aside| aside.until.is_some()) {
            return Ok(Some(card));
        }
    }
    Ok(None)
}

/// What comes next on a venture. What the mentor asked for before the gate comes before what the rule would say.
async fn next(site: &Site, card: &VentureCard, lang: Lang) -> AppResult<NextStep> {
    let asked = store::gates::way(&site.db, card.id).await?.step;
    let step = match asked {
        Some(word) => StepWords::Asked(word),
        None => step(&site.boards.open(card.id).await?, card.gate, lang).ok_or(AppError::Unavailable)?,
    };
    Ok(NextStep { venture: Some((card.id, card.name.clone())), step, promise: promise(Gate(card.gate.0 + 1), lang) })
}

/// What comes before the first venture.
fn start(lang: Lang) -> Option<NextStep> {
    let sheet = sheet_words(shared::today::FIRST_SHEET, lang)?;
    Some(NextStep { venture: None, step: StepWords::Start(sheet), promise: promise(Gate(1), lang) })
}

fn promise(gate: Gate, lang: Lang) -> Option<String> {
    reference::gates(lang).into_iter().find(|words| words.gate == gate).map(|words| words.promise)
}

/// The rule's step with its words; nothing when it names a sheet that the programme does not have.
fn step(document: &Document, gate: Gate, lang: Lang) -> Option<StepWords> {
    let (sheets, fills): (Vec<Sheet>, Vec<(RecordId, Fill)>) = document
        .frames()
        .filter_map(|frame| {
            let (id, ..) = frame.template()?;
            let fill = fill::of(document, frame.id, &reference::template(id, lang)?);
            let sheet = Sheet { frame: frame.id, template: id.to_owned(), filled: fill.filled, blocks: fill.blocks };
            Some((sheet, (frame.id, fill)))
        })
        .unzip();
    Some(match next_step(&reference::sheets_toward(gate), &sheets) {
        Step::Begin(template) => StepWords::Begin(sheet_words(&template, lang)?),
        Step::Add(template) => StepWords::Add(sheet_words(&template, lang)?),
        Step::Fill(sheet) => {
            let block = fills.into_iter().find(|(frame, _)| *frame == sheet.frame).and_then(|(_, fill)| fill.next);
            let place = match block {
                Some(block) => format!("{}-{}", sheet.frame, block.0),
                None => sheet.frame.to_string(),
            };
            StepWords::Fill { sheet: sheet_words(&sheet.template, lang)?, place, filled: sheet.filled, blocks: sheet.blocks }
        }
        Step::Show => StepWords::Show,
    })
}

fn sheet_words(template: &str, lang: Lang) -> Option<SheetWords> {
    let template = reference::template(template, lang)?;
    Some(SheetWords { id: template.id, name: template.name, purpose: template.purpose, minutes: template.minutes })
}

/// The threads of these ventures that wait for their team, with what they were last told.
async fn waiting(site: &Site, cards: &[VentureCard]) -> AppResult<Vec<WaitingThread>> {
    let mut all = Vec::new();
    for card in cards.iter().filter(|card| card.waiting > 0) {
        for talk in store::feedback::of_venture(&site.db, card.id).await? {
            let thread = talk.thread;
            if thread.state != ThreadState::Waiting {
                continue;
            }
            let (author, words) = match talk.remarks.into_iter().rfind(|remark| remark.side == Side::Mentor) {
                Some(last) => (last.author_name, last.words),
                None => (thread.author_name, thread.words),
            };
            all.push(WaitingThread {
                id: thread.id,
                venture: card.id,
                venture_name: card.name.clone(),
                kind: thread.kind,
                author,
                words,
                since: thread.since,
            });
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::{
        Envelope, Operation, encode,
        id::{Author, ClientNo, Seq},
        operation::Create,
        record::{Direction, Field, Kind, Parent},
    };

    /// A board with one sheet on it, still empty.
    fn laid_out(template: &str) -> Document {
        let mut document = Document::default();
        let fields = vec![Field::Template(template.to_owned(), reference::TEMPLATES_VERSION, Direction::Ltr)];
        let order = document.order_last(&Parent::Board);
        let sheet = Create { fields, ..crate::board::draft::bare(Kind::Frame, Parent::Board, order) };
        let bytes = encode(&Operation::Create(sheet)).into();
        let envelope = Envelope { seq: Seq(1), author: Author(1), client: ClientNo(1), counter: 1, gesture: 1, bytes };
        document.apply(&envelope).expect("an accepted operation");
        document
    }

    #[test]
    fn an_empty_board_is_told_its_first_sheet_in_the_readers_language() {
        let document = Document::default();
        let fr = step(&document, Gate(0), Lang::Fr);
        let Some(StepWords::Begin(sheet)) = fr else { panic!("{fr:?}") };
        assert_eq!(sheet.id, shared::today::FIRST_SHEET);
        assert!(sheet.minutes > 0);
        assert_ne!(step(&document, Gate(0), Lang::Ar), Some(StepWords::Begin(sheet)));
    }

    #[test]
    fn a_sheet_that_was_begun_leads_to_its_first_empty_block() {
        let told = step(&laid_out("problem-map"), Gate(0), Lang::Fr);
        let Some(StepWords::Fill { place, filled, blocks, .. }) = told else { panic!("{told:?}") };
        assert_eq!((place.as_str(), filled, blocks), ("1-1-scene", 0, 8));
    }

    #[test]
    fn a_sheet_of_another_way_does_not_hide_the_next_one() {
        let told = step(&laid_out("pitch"), Gate(1), Lang::Fr);
        let Some(StepWords::Add(sheet)) = told else { panic!("{told:?}") };
        assert_eq!(sheet.id, "idea-matrix");
    }
}
