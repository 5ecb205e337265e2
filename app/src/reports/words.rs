//! How subjects, reasons, outcomes and readers are said.

use crate::locale::{Words, key};
use shared::{
    reports::{Outcome, Reason, Subject},
    ventures::Reach,
};

/// What a report is about.
pub(super) fn subject_word(words: Words, subject: &Subject) -> &'static str {
    words.get(match subject {
        Subject::Remark(_) => key::REPORTS_REMARK,
        Subject::Picture(_) => key::REPORTS_PICTURE,
        Subject::Venture(_) => key::REPORTS_VENTURE,
        Subject::Person(_) => key::REPORTS_PERSON,
    })
}

/// A reason.
pub(super) fn reason_word(words: Words, reason: Reason) -> &'static str {
    words.get(match reason {
        Reason::Hurts => key::REPORTS_HURTS,
        Reason::Private => key::REPORTS_PRIVATE,
        Reason::Danger => key::REPORTS_DANGER,
        Reason::Shocking => key::REPORTS_SHOCKING,
        Reason::Other => key::REPORTS_OTHER,
    })
}

/// What became of a report, as the staff reads it.
pub(super) fn outcome_word(words: Words, outcome: Outcome) -> &'static str {
    words.get(match outcome {
        Outcome::Fine => key::REPORTS_WAS_FINE,
        Outcome::Redacted => key::REPORTS_WAS_REDACTED,
        Outcome::Asked => key::REPORTS_WAS_ASKED,
        Outcome::Corrected => key::REPORTS_WAS_CORRECTED,
    })
}

/// What became of a report, as who sent it reads it.
pub(super) fn outcome_told(words: Words, outcome: Outcome) -> &'static str {
    words.get(match outcome {
        Outcome::Fine => key::REPORTS_TOLD_FINE,
        Outcome::Redacted => key::REPORTS_TOLD_REDACTED,
        Outcome::Asked => key::REPORTS_TOLD_ASKED,
        Outcome::Corrected => key::REPORTS_TOLD_CORRECTED,
    })
}

/// Who reads it first.
pub(super) fn reader_word(words: Words, reader: Option<Reach>) -> &'static str {
    words.get(match reader {
        Some(Reach::Establishment) => key::REPORTS_READER_ESTABLISHMENT,
        Some(Reach::Region) => key::REPORTS_READER_REGION,
        Some(Reach::Edition | Reach::Group | Reach::Venture) | None => key::REPORTS_READER_EDITION,
    })
}
