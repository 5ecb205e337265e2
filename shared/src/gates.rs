//! What a gate asks, and how much of it is there. Pure: the board tells what it can, the rest is for the mentor to confirm.

mod signer;

pub use signer::{Signer, signs};

use crate::{Millis, ids::PersonId, ventures::Gate};
use board::{
    Document,
    id::{BlockId, RecordId},
    record::{BlockValue, Kind, LinkKind, Parent, Record, TextKey},
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Longest sentence of a signature, and longest next step, in characters.
pub const SENTENCE_MAX: usize = 280;
/// So long a signature can be taken back by who gave it.
pub const WITHDRAWN_WITHIN: i64 = Millis::DAY;
/// So long a signed gate is news to who has not seen it yet.
pub const FRESH_FOR: i64 = 14 * Millis::DAY;
/// The option of an interview's consent that means yes.
const CONSENT_GIVEN: BlockValue = BlockValue::Choice(0);
/// The last option of the legal form says that none was chosen yet.
const FORM_UNDECIDED: u8 = 4;

/// What a condition counts, as the programme names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// The venture is there.
    VentureExists,
    /// A problem map whose sentence is written.
    ProblemSentenceWritten,
    /// Interviews whose person agreed, with something written down.
    InterviewsWithConsent,
    /// Evidence under the persona that has most.
    PersonaEvidenceLinks,
    /// Notes of the idea matrices.
    IdeasCount,
    /// The idea that was kept, in words.
    IdeaChoiceWithReason,
    /// The promise, in one sentence.
    PromiseSentenceWritten,
    /// Learning cards with a decision.
    TestsClosed,
    /// Learning cards whose evidence is of level 3 or 4.
    #[serde(rename = "tests_strength_3_or_more")]
    TestsStrong,
    /// Changes of the model that a link on the board tells.
    CanvasChangesSinceV1,
    /// Prototypes on the board, on paper or tapped.
    PrototypeVersions,
    /// Tests with people outside the team.
    TesterSessions,
    /// A unit brings more than it costs.
    UnitMarginPositive,
    /// Units to sell a month are worked out.
    BreakevenKnown,
    /// The jury's score.
    JuryScorePercent,
    /// A legal form was chosen.
    LegalFormChosen,
    /// Papers of the creation.
    CreationProofs,
    /// Months in which something was sold.
    MonthsWithSale,
    /// Check-ins after the creation.
    CheckinsDone,
}

/// What the team adds to a board to meet a condition: a template, and the block of it that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The template's id.
    pub template: &'static str,
    /// The block's id.
    pub block: &'static str,
}

impl Metric {
    /// Where on the board it is worked on; nothing when it happens elsewhere.
    pub fn source(self) -> Option<Source> {
        let (template, block) = match self {
            Self::ProblemSentenceWritten => ("problem-map", "statement"),
            Self::InterviewsWithConsent => ("interview", "consent"),
            Self::PersonaEvidenceLinks => ("persona", "evidence"),
            Self::IdeasCount => ("idea-matrix", "ideas"),
            Self::IdeaChoiceWithReason => ("idea-matrix", "choice"),
            Self::PromiseSentenceWritten => ("value-proposition", "fit"),
            Self::TestsClosed => ("learning-card", "decision"),
            Self::TestsStrong => ("learning-card", "confidence"),
            Self::CanvasChangesSinceV1 => ("lean-canvas", "problem"),
            Self::PrototypeVersions => ("paper-prototype", "task"),
            Self::UnitMarginPositive => ("unit-economics", "price"),
            Self::BreakevenKnown => ("unit-economics", "fixed"),
            Self::LegalFormChosen => ("launch-plan", "form"),
            Self::VentureExists
            | Self::TesterSessions
            | Self::JuryScorePercent
            | Self::CreationProofs
            | Self::MonthsWithSale
            | Self::CheckinsDone => return None,
        };
        Some(Source { template, block })
    }

    /// Whether each sheet counts for one, so that one more is added when all are filled.
    pub fn counts_sheets(self) -> bool {
        matches!(self, Self::InterviewsWithConsent | Self::TestsClosed | Self::TestsStrong | Self::PrototypeVersions)
    }
}

/// A condition as the programme writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its code, such as `G1-a`.
    pub code: String,
    /// In words.
    pub text: String,
    /// What it counts.
    pub metric: Metric,
    /// How many are needed.
    pub need: u32,
}

/// How a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The board shows enough.
    Met {
        /// What is there.
        have: u32,
        /// What is needed.
        need: u32,
    },
    /// The board shows less.
    Missing {
        /// What is there.
        have: u32,
        /// What is needed.
        need: u32,
    },
    /// Nothing here can tell: the mentor says.
    ToConfirm,
}

impl State {
    /// Whether the mentor has to vouch for it when signing.
    pub fn needs_word(self) -> bool {
        match self {
            Self::Met { .. } => false,
            Self::Missing { .. } | Self::ToConfirm => true,
        }
    }
}

/// A condition and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What is asked.
    pub asked: Asked,
    /// How it stands.
    pub state: State,
}

/// What a board can tell about its venture. A metric that is not in it has no source yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<Metric, u32>);

impl Facts {
    /// Counts on a board.
    pub fn of(document: &Document) -> Self {
        let sheets = Sheets { document };
        let mut facts = Self::default();
        let yes = |holds: bool| u32::from(holds);
        facts.set(Metric::VentureExists, 1);
        facts.set(Metric::ProblemSentenceWritten, yes(sheets.any_text("problem-map", "statement")));
        facts.set(Metric::InterviewsWithConsent, sheets.count("interview", |sheet| sheet.consented()));
        facts.set(Metric::PersonaEvidenceLinks, sheets.of("persona").map(|sheet| sheet.children("evidence")).max().unwrap_or_default());
        facts.set(Metric::IdeasCount, sheets.of("idea-matrix").map(|sheet| sheet.ideas()).sum());
        facts.set(Metric::IdeaChoiceWithReason, yes(sheets.any_text("idea-matrix", "choice")));
        let promised = sheets.any_text("value-proposition", "fit") || sheets.any_text("lean-canvas", "promise");
        facts.set(Metric::PromiseSentenceWritten, yes(promised));
        facts.set(Metric::TestsClosed, sheets.count("learning-card", |sheet| sheet.value("decision") != BlockValue::Empty));
        let strong = |sheet: &Sheet<'_>| matches!(sheet.value("confidence"), BlockValue::Scale(level) if level >= 3);
        facts.set(Metric::TestsStrong, sheets.count("learning-card", strong));
        facts.set(Metric::PrototypeVersions, sheets.prototypes());
        facts.set(Metric::UnitMarginPositive, yes(sheets.of("unit-economics").any(|sheet| sheet.margin().is_some_and(|m| m > 0))));
        facts.set(Metric::BreakevenKnown, yes(sheets.of("unit-economics").any(|sheet| sheet.breaks_even())));
        let formed = |sheet: &Sheet<'_>| matches!(sheet.value("form"), BlockValue::Choice(form) if form < FORM_UNDECIDED);
        facts.set(Metric::LegalFormChosen, yes(sheets.of("launch-plan").any(|sheet| formed(&sheet))));
        // A change is known where a link says so; a model that was rewritten without one is for the mentor to judge.
        let changes = sheets.changes();
        if changes > 0 {
            facts.set(Metric::CanvasChangesSinceV1, changes);
        }
        facts
    }

    fn set(&mut self, metric: Metric, have: u32) {
        self.0.insert(metric, have);
    }

    fn get(&self, metric: Metric) -> Option<u32> {
        self.0.get(&metric).copied()
    }
}

/// How the conditions of a gate stand, in the order in which the programme asks them.
pub fn conditions(facts: &Facts, asked: Vec<Asked>) -> Vec<Condition> {
    let stands = |asked: Asked| {
        let need = asked.need;
        let state = match facts.get(asked.metric) {
            Some(have) if have >= need => State::Met { have, need },
            Some(have) => State::Missing { have, need },
            None => State::ToConfirm,
        };
        Condition { asked, state }
    };
    asked.into_iter().map(stands).collect()
}

/// A sentence of a mentor, or what is wrong with it.
///
/// # Errors
/// Empty, or longer than [`SENTENCE_MAX`].
pub fn sentence(typed: &str) -> Result<String, crate::ventures::FieldFault> {
    use crate::ventures::FieldFault;
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match typed.chars().count() {
        0 => Err(FieldFault::Empty),
        n if n > SENTENCE_MAX => Err(FieldFault::TooLong),
        _ => Ok(typed),
    }
}

/// A gate that is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Which.
    pub gate: Gate,
    /// Who signed.
    pub by: PersonId,
    /// Their name as shown.
    pub by_name: String,
    /// When.
    pub at: Millis,
    /// What they said; empty for gates signed before sentences were kept.
    pub sentence: String,
}

impl Signature {
    /// Whether this person may still take it back.
    pub fn may_withdraw(&self, who: PersonId, now: Millis) -> bool {
        self.by == who && now.0 - self.at.0 < WITHDRAWN_WITHIN
    }
}

/// What somebody said of the next gate: that the team asks for it, or what is to be done first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Who.
    pub by_name: String,
    /// When.
    pub at: Millis,
    /// What; empty when asking.
    pub words: String,
}

/// Where a venture stands on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// The gates signed by people, the first one first.
    pub signed: Vec<Signature>,
    /// The team asks for the next gate.
    pub asked: Option<Word>,
    /// The mentor's next step toward it.
    pub step: Option<Word>,
}

impl Way {
    /// Whether this person signed that gate with these words.
    pub fn has(&self, gate: Gate, by: PersonId, sentence: &str) -> bool {
        self.signed.iter().any(|signed| signed.gate == gate && signed.by == by && signed.sentence == sentence)
    }
}

struct Sheets<'a> {
    document: &'a Document,
}

impl<'a> Sheets<'a> {
    fn of(&self, template: &'static str) -> impl Iterator<Item = Sheet<'a>> {
        let document = self.document;
        document
            .frames()
            .filter(move |frame| frame.template().is_some_and(|(id, ..)| id == template))
            .map(move |frame| Sheet { document, frame })
    }

    fn count(&self, template: &'static str, counts: impl Fn(&Sheet<'a>) -> bool) -> u32 {
        number(self.of(template).filter(|sheet| counts(sheet)).count())
    }

    fn any_text(&self, template: &'static str, block: &str) -> bool {
        self.of(template).any(|sheet| sheet.written(block))
    }

    /// Prototypes with a screen, and paper prototypes with a step.
    fn prototypes(&self) -> u32 {
        let tapped = self.document.prototypes().filter(|prototype| self.document.screens(prototype.id).next().is_some()).count();
        let paper = self.count("paper-prototype", |sheet| ["s1", "s2", "s3", "s4"].into_iter().any(|step| sheet.children(step) > 0));
        number(tapped) + paper
    }

    fn changes(&self) -> u32 {
        number(self.document.visible().filter(|record| record.kind == Kind::Link && record.link() == LinkKind::Changes).count())
    }
}

struct Sheet<'a> {
    document: &'a Document,
    frame: &'a Record,
}

impl Sheet<'_> {
    fn id(&self) -> RecordId {
        self.frame.id
    }

    fn written(&self, block: &str) -> bool {
        !self.frame.text(&TextKey::Block(BlockId::from(block))).trim().is_empty()
    }

    fn value(&self, block: &str) -> BlockValue {
        self.frame.value(&BlockId::from(block))
    }

    fn children(&self, block: &str) -> u32 {
        number(self.document.children(&Parent::Block(self.id(), BlockId::from(block))).count())
    }

    fn consented(&self) -> bool {
        self.value("consent") == CONSENT_GIVEN && (self.written("log") || self.written("surprise") || self.children("quotes") > 0)
    }

    fn ideas(&self) -> u32 {
        ["ideas", "quick", "big", "small", "drop"].into_iter().map(|block| self.children(block)).sum()
    }

    fn figure(&self, block: &str) -> Option<i64> {
        match self.value(block) {
            BlockValue::Number(number) => Some(number),
            BlockValue::Empty | BlockValue::Scale(_) | BlockValue::Choice(_) => None,
        }
    }

    fn margin(&self) -> Option<i64> {
        self.figure("price")?.checked_sub(self.figure("variable")?)
    }

    /// Its formula has a result: costs are known, and the margin is not nothing.
    fn breaks_even(&self) -> bool {
        self.margin().is_some_and(|margin| margin > 0) && self.figure("fixed").is_some() && self.figure("pay").is_some()
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
