//! Reports: a remark, a picture or a name that somebody shows to the staff. Whose it is never learns who did.

use crate::{
    Millis,
    access::{Actor, Locus, Role, Scope},
    ids::{PersonId, RemarkId, ReportId, VentureId},
    ventures::Reach,
};
use std::{fmt, str::FromStr};

/// Reports that a person may send in a day.
pub const DAILY: u32 = 20;
/// Longest words beside a reason, and longest answer, in characters.
pub const WORDS_MAX: usize = 1_000;
/// Characters of what was reported that are kept with the report.
pub const QUOTE_MAX: usize = 2_000;

/// What is reported.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A remark in a thread.
    Remark(RemarkId),
    /// A stored picture, by its name.
    Picture(String),
    /// A venture's name.
    Venture(VentureId),
    /// A person's name.
    Person(PersonId),
}

impl Subject {
    /// As stored, such as `remark`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Remark(_) => "remark",
            Self::Picture(_) => "picture",
            Self::Venture(_) => "venture",
            Self::Person(_) => "person",
        }
    }

    /// What stands after the kind.
    pub fn key(&self) -> String {
        match self {
            Self::Remark(id) => id.to_string(),
            Self::Picture(name) => name.clone(),
            Self::Venture(id) => id.to_string(),
            Self::Person(id) => id.to_string(),
        }
    }

    /// From the two pieces.
    pub fn of(kind: &str, key: &str) -> Option<Self> {
        match kind {
            "remark" => key.parse().ok().map(Self::Remark),
            "picture" if key.len() == 32 && key.bytes().all(|b| b.is_ascii_hexdigit()) => Some(Self::Picture(key.to_owned())),
            "venture" => key.parse().ok().map(Self::Venture),
            "person" => key.parse().ok().map(Self::Person),
            _ => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind(), self.key())
    }
}

/// An address that names nothing which can be reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing that can be reported")]
pub struct NoSubject;

impl FromStr for Subject {
    type Err = NoSubject;

    fn from_str(text: &str) -> Result<Self, NoSubject> {
        text.split_once('-').and_then(|(kind, key)| Self::of(kind, key)).ok_or(NoSubject)
    }
}

/// Why something is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It hurts or humiliates somebody.
    Hurts,
    /// It shows something private of somebody.
    Private,
    /// It threatens, or somebody may be in danger.
    Danger,
    /// It is sexual or violent.
    Shocking,
    /// Something else.
    Other,
}

impl Reason {
    /// In the order of the form.
    pub const ALL: [Self; 5] = [Self::Hurts, Self::Private, Self::Danger, Self::Shocking, Self::Other];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Hurts => "hurts",
            Self::Private => "private",
            Self::Danger => "danger",
            Self::Shocking => "shocking",
            Self::Other => "other",
        }
    }

    /// From what is stored.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is wrong.
    Fine,
    /// What was reported is taken out.
    Redacted,
    /// A mentor is asked to correct it.
    Asked,
    /// The name was corrected since.
    Corrected,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Fine, Self::Redacted, Self::Asked, Self::Corrected];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Redacted => "redacted",
            Self::Asked => "asked",
            Self::Corrected => "corrected",
        }
    }

    /// From what is stored.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// Whether it can become of such a subject: a person's name is corrected by who keeps the list, all else can be taken out.
    pub fn fits(self, subject: &Subject) -> bool {
        match self {
            Self::Fine | Self::Asked => true,
            Self::Redacted => !matches!(subject, Subject::Person(_)),
            Self::Corrected => matches!(subject, Subject::Person(_) | Subject::Venture(_)),
        }
    }
}

/// A report as the staff reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its id, made by the form.
    pub id: ReportId,
    /// What is reported.
    pub subject: Subject,
    /// Where it stands; of a person, without a venture.
    pub at: Locus,
    /// The group's code.
    pub group_code: String,
    /// The venture's name, as it is now.
    pub venture_name: Option<String>,
    /// Whose it is; of a venture's name, who made the venture.
    pub author: PersonId,
    /// Their name.
    pub author_name: String,
    /// What it said when it was reported.
    pub quote: String,
    /// Who reports.
    pub reporter: PersonId,
    /// Their name.
    pub reporter_name: String,
    /// Why.
    pub reason: Reason,
    /// In their words; may be empty.
    pub words: String,
    /// When.
    pub made: Millis,
    /// What became of it.
    pub handled: Option<Handled>,
}

impl Report {
    /// The name as it is now, where a name was reported and is another since.
    pub fn corrected(&self) -> Option<&str> {
        let name = match self.subject {
            Subject::Person(_) => Some(self.author_name.as_str()),
            Subject::Venture(_) => self.venture_name.as_deref(),
            Subject::Remark(_) | Subject::Picture(_) => None,
        };
        name.filter(|name| *name != self.quote)
    }
}

/// How a report was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handled {
    /// What became of it.
    pub outcome: Outcome,
    /// By whom.
    pub by_name: String,
    /// A word about it.
    pub answer: String,
    /// When.
    pub at: Millis,
}

/// Who reads a report first, out of how far the staff in scope reach: the establishment's; where it has none the region's, then the national.
pub fn reader(reaches: impl IntoIterator<Item = Reach>) -> Option<Reach> {
    reaches.into_iter().filter(|reach| matches!(reach, Reach::Edition | Reach::Region | Reach::Establishment)).max()
}

/// How far somebody reaches as staff over a place, the nearest counted.
pub fn reach_of(who: &Actor, at: &Locus) -> Option<Reach> {
    let near = who.grants.iter().filter(|grant| grant.role == Role::Staff).filter_map(|grant| match &grant.scope {
        Scope::Edition(edition) => (*edition == at.edition).then_some(Reach::Edition),
        Scope::Region(region) => (*region == at.region).then_some(Reach::Region),
        Scope::Establishment(establishment) => (*establishment == at.establishment).then_some(Reach::Establishment),
        Scope::Group(_) | Scope::Venture(_) | Scope::Free(_) => None,
    });
    near.max().filter(|_| who.edition == at.edition)
}

/// Words with each letter and sign covered. How long they were and where they were parted stays.
pub fn redacted(words: &str) -> String {
    words.chars().map(|c| if c.is_whitespace() { c } else { '█' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_subject_survives_the_address() {
        let id = Uuid::from_u128(7);
        let all = [
            Subject::Remark(RemarkId(id)),
            Subject::Picture("0123456789abcdef0123456789abcdef".to_owned()),
            Subject::Venture(VentureId(id)),
            Subject::Person(PersonId(id)),
        ];
        for subject in all {
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
        for nonsense in ["", "remark", "remark-1", "picture-../../etc", "board-00000000-0000-0000-0000-000000000007"] {
            assert_eq!(nonsense.parse::<Subject>(), Err(NoSubject), "{nonsense}");
        }
    }

    #[test]
    fn the_establishments_staff_reads_first_then_the_regions_then_the_national() {
        use Reach::{Edition, Establishment, Group, Region};
        assert_eq!(reader([Edition, Establishment, Region]), Some(Establishment));
        assert_eq!(reader([Edition, Region]), Some(Region));
        assert_eq!(reader([Edition]), Some(Edition));
        assert_eq!(reader([Group]), None, "who runs a group does not reach its establishment");
        assert_eq!(reader([]), None);
    }

    #[test]
    fn a_redaction_covers_every_letter_and_keeps_the_length() {
        assert_eq!(redacted("Tu es nul !\nقف"), "██ ██ ███ █\n██");
        assert_eq!(redacted(""), "");
    }

    #[test]
    fn a_persons_name_is_never_covered() {
        let person = Subject::Person(PersonId(Uuid::nil()));
        assert!(!Outcome::Redacted.fits(&person) && Outcome::Asked.fits(&person) && Outcome::Corrected.fits(&person));
        assert!(!Outcome::Corrected.fits(&Subject::Remark(RemarkId(Uuid::nil()))), "a remark has no name");
        assert!(Outcome::Redacted.fits(&Subject::Venture(VentureId(Uuid::nil()))));
    }
}
