//! The shipped demo ventures as they stand in `shared/data/demo-ventures.json`. It only reads them; the tests below say that they fit the programme.

use serde::Deserialize;
use shared::{
    Lang,
    feedback::ThreadKind,
    reference::{self, City},
};
use std::collections::BTreeMap;

/// Note texts by template and block.
pub type Notes = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// An invented venture.
#[derive(Clone, Debug, Deserialize)]
pub struct Venture {
    /// Its name in the data.
    pub slug: String,
    /// Name as shown.
    pub name: String,
    /// The idea in one sentence.
    pub tagline: String,
    /// `fr`, `ar`, or `ary` in Latin or Arabic letters.
    lang: String,
    /// Town id.
    pub city: String,
    /// Theme id.
    pub theme: String,
    /// Code of the last gate signed.
    pub stage: String,
    /// The team, the maker first.
    pub team: Vec<Member>,
    /// The problem in one sentence.
    problem_sentence: String,
    /// What stands on the sheets.
    pub notes: Notes,
    /// What the team believes, and how it tests that.
    pub hypotheses: Vec<Hypothesis>,
    /// What others wrote on it.
    pub threads: Vec<Thread>,
    /// What can be tapped.
    pub prototype: Option<Prototype>,
    /// How gates were judged.
    #[serde(default)]
    pub verdicts: Vec<Verdict>,
}

/// One of a team.
#[derive(Clone, Debug, Deserialize)]
pub struct Member {
    /// First name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Part in the team.
    pub role: String,
}

/// A belief with its test.
#[derive(Clone, Debug, Deserialize)]
pub struct Hypothesis {
    /// What is believed.
    pub statement: String,
    /// 1–4.
    pub risk: u8,
    /// How it is tested.
    pub test: String,
    /// From where on it holds.
    pub threshold: String,
}

/// Screens that lead to each other.
#[derive(Clone, Debug, Deserialize)]
pub struct Prototype {
    /// Its screens; the first one is where it begins.
    pub screens: Vec<Screen>,
}

/// One screen.
#[derive(Clone, Debug, Deserialize)]
pub struct Screen {
    /// Name within the prototype.
    pub id: String,
    /// What stands at its head.
    pub title: String,
    /// What is drawn on it, in words.
    pub sketch_elements: Vec<String>,
    /// Ways on.
    pub hotspots: Vec<Hotspot>,
}

/// A way to another screen.
#[derive(Clone, Debug, Deserialize)]
pub struct Hotspot {
    /// What is tapped.
    pub label: String,
    /// Id of the screen it leads to.
    pub to: String,
    /// Where it lies on a screen that is drawn by hand: from the side, from the top, width, height.
    pub at: Option<[i32; 4]>,
}

/// A conversation.
#[derive(Clone, Debug, Deserialize)]
pub struct Thread {
    /// What it is written on.
    pub on: On,
    /// Who began it.
    pub author_role: Speaker,
    /// First words.
    pub text: String,
    /// What followed.
    pub replies: Vec<Reply>,
    /// Where it stands.
    pub state: State,
    /// Meant as.
    pub kind: ThreadKind,
}

/// What a thread is written on.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum On {
    /// A note, or the words of a block.
    Note {
        /// Template id.
        template: String,
        /// Block id.
        block: String,
        /// Which note, from 0.
        note_index: usize,
    },
    /// A screen.
    Screen {
        /// Its id.
        screen: String,
    },
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// The group's mentor.
    Mentor,
    /// A trainee of the group who is not on the team.
    Peer,
    /// One of the team.
    Trainee,
}

/// An answer.
#[derive(Clone, Debug, Deserialize)]
pub struct Reply {
    /// Who.
    pub author_role: Speaker,
    /// The words.
    pub text: String,
}

/// Where a thread stands in the data; whose turn it is follows from who spoke last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Nobody answered.
    Open,
    /// Somebody did.
    Answered,
    /// Settled.
    Resolved,
}

/// How a gate was judged.
#[derive(Clone, Debug, Deserialize)]
pub struct Verdict {
    /// Code of the gate.
    pub gate: String,
    /// `go-on` when it was signed.
    pub verdict: String,
    /// `mentor`, `staff` or `jury`.
    pub by_role: String,
    /// Days from the day of loading; negative.
    pub date_offset_days: i64,
}

impl Venture {
    /// The language its frames are laid in: Darija goes with its letters.
    pub fn lang(&self) -> Lang {
        let arabic = self.problem_sentence.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c));
        match self.lang.as_str() {
            "ary" if !arabic => Lang::Fr,
            code => Lang::from_code(code).unwrap_or_default(),
        }
    }

    /// The town it is from.
    pub fn city(&self) -> Option<&'static City> {
        reference::cities().iter().find(|city| city.id == self.city)
    }

    /// The commune it is from, by HCP's code.
    pub fn place(&self) -> Option<&'static str> {
        let city = self.city()?;
        let region = reference::regions().iter().find(|region| region.code == city.region)?;
        let mut here = reference::communes().iter().filter(|commune| commune.code.starts_with(&format!("{}.", region.hcp_code)));
        here.find(|commune| plain(&commune.fr) == plain(city.name.get(Lang::Fr)) || plain(&commune.ar) == plain(city.name.get(Lang::Ar)))
            .map(|commune| commune.code.as_str())
    }
}

/// A name as two sources may write it: without accents, spaces and doubled letters.
fn plain(name: &str) -> String {
    let mut letters: Vec<char> = shared::accounts::folded(name).chars().filter(|c| c.is_alphanumeric()).collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// All of them.
///
/// # Errors
/// When the shipped file is not what this module describes.
pub fn ventures() -> serde_json::Result<Vec<Venture>> {
    #[derive(Deserialize)]
    struct File {
        ventures: Vec<Venture>,
    }
    serde_json::from_str::<File>(reference::demo_ventures()).map(|file| file.ventures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_demo_venture_has_a_town_a_commune_and_a_language() {
        let all = ventures().unwrap();
        assert_eq!(all.len(), 40);
        let lost: Vec<&str> = all.iter().filter(|venture| venture.place().is_none()).map(|venture| venture.city.as_str()).collect();
        assert!(lost.is_empty(), "no commune for {lost:?}");
        let laid = |slug: &str| all.iter().find(|venture| venture.slug == slug).unwrap().lang();
        assert_eq!((laid("plombi-oujda"), laid("karni-casablanca"), laid("qatra-berkane")), (Lang::Fr, Lang::Ar, Lang::Ar));
    }
}
