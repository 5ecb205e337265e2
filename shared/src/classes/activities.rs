//! The activities of the programme as a mentor leads them: steps, a tip, a common mistake, and the sheets that a team fills. Only the server
//! carries them.

use crate::{
    Lang,
    reference::{self, Words},
    ventures::Gate,
};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Raw {
    id: String,
    phase: String,
    name: Words,
    goal: Words,
    steps: Vec<Words>,
    deliverables: Vec<String>,
    #[serde(default)]
    choose_one: Vec<String>,
    facilitation_tip: Words,
    common_mistake: Words,
}

#[derive(Deserialize)]
struct RawGate {
    after_activity: Option<String>,
}

#[derive(Deserialize)]
struct RawProgramme {
    activities: Vec<Raw>,
    gates: Vec<RawGate>,
}

static PROGRAMME: LazyLock<RawProgramme> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/programme.json")).expect("the shipped reference data is checked by this module's tests")
});

/// An activity in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Its id, such as `1.2`.
    pub id: String,
    /// Phase id.
    pub phase: String,
    /// Name.
    pub name: String,
    /// What the team can do afterwards.
    pub goal: String,
    /// What is done, in order.
    pub steps: Vec<String>,
    /// Templates that a team fills.
    pub deliverables: Vec<String>,
    /// For whoever leads it.
    pub tip: String,
    /// What often goes wrong.
    pub mistake: String,
    /// Whether one of the deliverables is enough.
    pub choose_one: bool,
}

impl Activity {
    /// The sheets of a team's board: the private one is nobody else's, and where one of several is enough the first is proposed.
    pub fn sheets(&self) -> Vec<String> {
        let private = |id: &str| reference::template(id, Lang::Fr).is_none_or(|template| template.private);
        let most = if self.choose_one { 1 } else { usize::MAX };
        self.deliverables.iter().filter(|id| !private(id)).take(most).cloned().collect()
    }

    /// Minutes its sheets take.
    pub fn minutes(&self) -> u32 {
        let most = if self.choose_one { 1 } else { usize::MAX };
        let sheets = self.deliverables.iter().take(most).filter_map(|id| reference::template(id, Lang::Fr));
        sheets.map(|template| u32::from(template.minutes)).sum()
    }
}

/// All fifteen, in order.
pub fn activities(lang: Lang) -> Vec<Activity> {
    let words = |words: &Words| words.get(lang).to_owned();
    let one = |raw: &Raw| Activity {
        id: raw.id.clone(),
        phase: raw.phase.clone(),
        name: words(&raw.name),
        goal: words(&raw.goal),
        steps: raw.steps.iter().map(words).collect(),
        deliverables: raw.deliverables.clone(),
        tip: words(&raw.facilitation_tip),
        mistake: words(&raw.common_mistake),
        choose_one: !raw.choose_one.is_empty(),
    };
    PROGRAMME.activities.iter().map(one).collect()
}

/// One of them.
pub fn activity(id: &str, lang: Lang) -> Option<Activity> {
    activities(lang).into_iter().find(|activity| activity.id == id)
}

/// The activity that fits a group whose ventures have this gate signed: the first one after it. From the start, the first with a sheet of
/// the team.
pub fn fitting(signed: Gate) -> &'static str {
    let after = (signed.0 > 0).then(|| PROGRAMME.gates.get(usize::from(signed.0))?.after_activity.as_deref()).flatten();
    let from = PROGRAMME.activities.iter().position(|activity| Some(activity.id.as_str()) == after).map_or(1, |at| at + 1);
    let last = PROGRAMME.activities.len() - 1;
    let past_all = signed.0 > 0 && after.is_none();
    &PROGRAMME.activities[if past_all { last } else { from.min(last) }].id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_activity_is_whole_in_every_language() {
        for lang in Lang::ALL {
            let all = activities(lang);
            assert_eq!(all.len(), 15);
            for activity in all {
                assert!(activity.steps.len() >= 3 && !activity.tip.is_empty() && !activity.mistake.is_empty(), "{}", activity.id);
                assert!((10..=240).contains(&activity.minutes()), "{}: {}", activity.id, activity.minutes());
                assert!(activity.deliverables.iter().all(|id| reference::template(id, lang).is_some()), "{}", activity.id);
            }
        }
    }

    #[test]
    fn a_private_sheet_is_never_laid_on_a_board() {
        let sheets = |id: &str| activity(id, Lang::Fr).map(|activity| activity.sheets()).unwrap_or_default();
        assert!(sheets("1.1").is_empty());
        assert_eq!(sheets("1.3"), ["interview", "empathy-map"]);
        assert_eq!(sheets("2.3"), ["lean-canvas"], "one of three is enough");
    }

    #[test]
    fn the_next_activity_fits_the_gate_that_was_signed() {
        let of = |gate| fitting(Gate(gate));
        assert_eq!((of(0), of(1), of(2), of(3), of(4), of(5), of(8)), ("1.2", "2.1", "2.3", "3.1", "3.3", "3.5", "3.5"));
    }
}
