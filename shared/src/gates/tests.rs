//! Each metric of the programme, on a board that has none of it, some of it and enough of it.

use super::*;
use board::{
    Envelope, Operation, encode,
    id::{Author, ClientNo, Seq},
    operation::{Create, Edit},
    record::{Direction, Field, OrderKey},
};

/// A board that is written by hand.
#[derive(Default)]
struct Desk {
    document: Document,
    last: u32,
}

impl Desk {
    fn write(&mut self, operation: &Operation) -> RecordId {
        self.last += 1;
        let bytes = encode(operation).into();
        let seq = Seq(u64::from(self.last));
        let envelope = Envelope { seq, author: Author(1), client: ClientNo(1), counter: self.last, gesture: self.last, bytes };
        self.document.apply(&envelope).expect("an accepted operation");
        RecordId { client: ClientNo(1), counter: self.last }
    }

    fn make(&mut self, kind: Kind, parent: Parent, fields: Vec<Field>, words: &str) -> RecordId {
        let order = OrderKey(format!("i{:06}", self.last));
        self.write(&Operation::Create(Create { kind, parent, order, fields, words: words.to_owned() }))
    }

    fn sheet(&mut self, template: &str) -> RecordId {
        self.make(Kind::Frame, Parent::Board, vec![Field::Template(template.to_owned(), 1, Direction::Ltr)], "")
    }

    fn notes(&mut self, sheet: RecordId, block: &str, n: usize) {
        for _ in 0..n {
            self.make(Kind::Note, Parent::Block(sheet, BlockId::from(block)), Vec::new(), "une note");
        }
    }

    fn set(&mut self, sheet: RecordId, block: &str, value: BlockValue) {
        self.write(&Operation::Set(sheet, Field::Value(BlockId::from(block), value)));
    }

    fn text(&mut self, sheet: RecordId, block: &str, words: &str) {
        let key = TextKey::Block(BlockId::from(block));
        let steps = board::text::steps(&board::text::difference("", words));
        self.write(&Operation::Edit(Edit { record: sheet, text: key, base: Seq(u64::from(self.last)), steps }));
    }

    fn state(&self, metric: Metric, need: u32) -> State {
        let asked = Asked { code: "G".to_owned(), text: String::new(), metric, need };
        conditions(&Facts::of(&self.document), vec![asked]).remove(0).state
    }
}

fn met(have: u32, need: u32) -> State {
    State::Met { have, need }
}

fn missing(have: u32, need: u32) -> State {
    State::Missing { have, need }
}

#[test]
fn an_empty_board_meets_nothing_but_that_the_venture_exists() {
    let desk = Desk::default();
    assert_eq!(desk.state(Metric::VentureExists, 1), met(1, 1));
    let counted = [
        Metric::ProblemSentenceWritten,
        Metric::InterviewsWithConsent,
        Metric::PersonaEvidenceLinks,
        Metric::IdeasCount,
        Metric::IdeaChoiceWithReason,
        Metric::PromiseSentenceWritten,
        Metric::TestsClosed,
        Metric::TestsStrong,
        Metric::PrototypeVersions,
        Metric::UnitMarginPositive,
        Metric::BreakevenKnown,
        Metric::LegalFormChosen,
    ];
    for metric in counted {
        assert_eq!(desk.state(metric, 1), missing(0, 1), "{metric:?}");
        assert!(metric.source().is_some(), "{metric:?} says where to work on it");
    }
}

#[test]
fn what_the_board_cannot_know_is_the_mentors_to_confirm() {
    let desk = Desk::default();
    let told = [Metric::TesterSessions, Metric::JuryScorePercent, Metric::CreationProofs, Metric::MonthsWithSale, Metric::CheckinsDone];
    for metric in told.into_iter().chain([Metric::CanvasChangesSinceV1]) {
        assert_eq!(desk.state(metric, 1), State::ToConfirm, "{metric:?}");
    }
}

#[test]
fn an_interview_counts_with_consent_and_with_what_was_heard() {
    let mut desk = Desk::default();
    let [silent, heard, refused] = [0; 3].map(|_| desk.sheet("interview"));
    for sheet in [silent, heard] {
        desk.set(sheet, "consent", BlockValue::Choice(0));
    }
    desk.notes(heard, "quotes", 1);
    desk.set(refused, "consent", BlockValue::Choice(1));
    desk.notes(refused, "quotes", 1);
    assert_eq!(desk.state(Metric::InterviewsWithConsent, 2), missing(1, 2));
    desk.text(silent, "log", "La pompe tourne la nuit.");
    assert_eq!(desk.state(Metric::InterviewsWithConsent, 2), met(2, 2));
}

#[test]
fn the_persona_with_most_evidence_counts() {
    let mut desk = Desk::default();
    let (one, two) = (desk.sheet("persona"), desk.sheet("persona"));
    desk.notes(one, "evidence", 2);
    desk.notes(two, "evidence", 4);
    assert_eq!(desk.state(Metric::PersonaEvidenceLinks, 3), met(4, 3));
}

#[test]
fn ideas_count_wherever_the_matrix_keeps_them() {
    let mut desk = Desk::default();
    let matrix = desk.sheet("idea-matrix");
    desk.notes(matrix, "ideas", 9);
    desk.notes(matrix, "quick", 3);
    desk.notes(matrix, "drop", 2);
    assert_eq!(desk.state(Metric::IdeasCount, 15), missing(14, 15));
    desk.notes(matrix, "big", 1);
    assert_eq!(desk.state(Metric::IdeasCount, 15), met(15, 15));
}

#[test]
fn sentences_are_written_or_not() {
    let mut desk = Desk::default();
    let (map, matrix, promise) = (desk.sheet("problem-map"), desk.sheet("idea-matrix"), desk.sheet("value-proposition"));
    for (sheet, block, metric) in [
        (map, "statement", Metric::ProblemSentenceWritten),
        (matrix, "choice", Metric::IdeaChoiceWithReason),
        (promise, "fit", Metric::PromiseSentenceWritten),
    ] {
        assert_eq!(desk.state(metric, 1), missing(0, 1));
        desk.text(sheet, block, "Une phrase.");
        assert_eq!(desk.state(metric, 1), met(1, 1));
    }
}

#[test]
fn a_test_is_closed_by_its_decision_and_strong_by_its_level() {
    let mut desk = Desk::default();
    let (one, two) = (desk.sheet("learning-card"), desk.sheet("learning-card"));
    desk.set(one, "decision", BlockValue::Choice(1));
    desk.set(one, "confidence", BlockValue::Scale(2));
    assert_eq!(desk.state(Metric::TestsClosed, 1), met(1, 1));
    assert_eq!(desk.state(Metric::TestsStrong, 1), missing(0, 1));
    desk.set(two, "confidence", BlockValue::Scale(3));
    assert_eq!(desk.state(Metric::TestsStrong, 1), met(1, 1));
}

#[test]
fn prototypes_count_tapped_and_on_paper() {
    let mut desk = Desk::default();
    let tapped = desk.make(Kind::Prototype, Parent::Board, Vec::new(), "Appli");
    assert_eq!(desk.state(Metric::PrototypeVersions, 2), missing(0, 2), "without a screen there is nothing to try");
    desk.make(Kind::Screen, Parent::Record(tapped), Vec::new(), "Accueil");
    let paper = desk.sheet("paper-prototype");
    assert_eq!(desk.state(Metric::PrototypeVersions, 2), missing(1, 2));
    desk.make(Kind::Image, Parent::Block(paper, BlockId::from("s1")), Vec::new(), "");
    assert_eq!(desk.state(Metric::PrototypeVersions, 2), met(2, 2));
}

#[test]
fn money_is_counted_from_the_typed_figures() {
    let mut desk = Desk::default();
    let sheet = desk.sheet("unit-economics");
    desk.set(sheet, "price", BlockValue::Number(20_000));
    desk.set(sheet, "variable", BlockValue::Number(20_000));
    assert_eq!(desk.state(Metric::UnitMarginPositive, 1), missing(0, 1), "nothing is left");
    desk.set(sheet, "variable", BlockValue::Number(12_000));
    assert_eq!(desk.state(Metric::UnitMarginPositive, 1), met(1, 1));
    assert_eq!(desk.state(Metric::BreakevenKnown, 1), missing(0, 1));
    desk.set(sheet, "fixed", BlockValue::Number(100_000));
    desk.set(sheet, "pay", BlockValue::Number(0));
    assert_eq!(desk.state(Metric::BreakevenKnown, 1), met(1, 1));
}

#[test]
fn not_decided_yet_is_no_legal_form() {
    let mut desk = Desk::default();
    let plan = desk.sheet("launch-plan");
    desk.set(plan, "form", BlockValue::Choice(FORM_UNDECIDED));
    assert_eq!(desk.state(Metric::LegalFormChosen, 1), missing(0, 1));
    desk.set(plan, "form", BlockValue::Choice(3));
    assert_eq!(desk.state(Metric::LegalFormChosen, 1), met(1, 1));
}

#[test]
fn a_sentence_is_there_and_short() {
    use crate::ventures::FieldFault;
    assert_eq!(sentence("  Bien \n vu. "), Ok("Bien vu.".to_owned()));
    assert_eq!(sentence(" \n"), Err(FieldFault::Empty));
    assert_eq!(sentence(&"é".repeat(SENTENCE_MAX)).map(|s| s.chars().count()), Ok(SENTENCE_MAX));
    assert_eq!(sentence(&"é".repeat(SENTENCE_MAX + 1)), Err(FieldFault::TooLong));
}

#[test]
fn who_signed_takes_it_back_within_a_day() {
    let (nadia, hassan) = (PersonId(uuid::Uuid::from_u128(1)), PersonId(uuid::Uuid::from_u128(2)));
    let signed = Signature { gate: Gate(1), by: nadia, by_name: String::new(), at: Millis(0), sentence: String::new() };
    assert!(signed.may_withdraw(nadia, Millis(WITHDRAWN_WITHIN - 1)));
    assert!(!signed.may_withdraw(nadia, Millis(WITHDRAWN_WITHIN)));
    assert!(!signed.may_withdraw(hassan, Millis(1)));
}
