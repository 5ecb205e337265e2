//! The way of the programme in one language: phases, activities, what gates ask, and the exits aside.

use super::{SOUND, TEMPLATES, Words};
use crate::{
    Lang,
    access::Role,
    exits::Exit,
    gates::{Asked, Metric, Signer, signs},
    programme::Named,
    ventures::Gate,
};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

#[derive(Deserialize)]
struct RawPhase {
    id: String,
    name: Words,
    purpose: Words,
    hours: u16,
}

#[derive(Deserialize)]
struct RawActivity {
    id: String,
    phase: String,
    name: Words,
    goal: Words,
    steps: Vec<Words>,
    hours: u16,
    competences: Vec<String>,
    deliverables: Vec<String>,
    #[serde(default)]
    deliverable_min: BTreeMap<String, u32>,
    #[serde(default)]
    choose_one: Vec<String>,
    #[serde(default)]
    outputs: Vec<Words>,
}

#[derive(Deserialize)]
struct RawCondition {
    code: String,
    text: Words,
    metric: Metric,
    at_least: u32,
}

#[derive(Deserialize)]
struct RawGate {
    id: String,
    after_activity: Option<String>,
    signed_by: Vec<Signer>,
    conditions: Vec<RawCondition>,
}

#[derive(Deserialize)]
struct RawExit {
    id: String,
    name: Words,
    explanation: Words,
}

#[derive(Deserialize)]
struct RawWay {
    phases: Vec<RawPhase>,
    activities: Vec<RawActivity>,
    gates: Vec<RawGate>,
    side_exits: Vec<RawExit>,
}

#[derive(Deserialize)]
struct RawCompetence {
    id: String,
    name: Words,
}

#[derive(Deserialize)]
struct RawCompetences {
    competences: Vec<RawCompetence>,
}

static WAY: LazyLock<RawWay> = LazyLock::new(|| serde_json::from_str(include_str!("../../data/programme.json")).expect(SOUND));
static COMPETENCES: LazyLock<RawCompetences> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../data/competences.json")).expect(SOUND));

/// A phase with its activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Its id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Hours it takes.
    pub hours: u16,
    /// In order.
    pub activities: Vec<Activity>,
}

/// A sheet that an activity uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets {
    /// The template, with its name.
    pub template: Named,
    /// How many copies are expected.
    pub copies: u32,
    /// It is a person's own, never on a board.
    pub private: bool,
    /// One of several, any of which is enough.
    pub optional: bool,
}

/// An activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Its id, such as `1.3`.
    pub id: String,
    /// Name.
    pub name: String,
    /// What for.
    pub goal: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// The sheets it uses.
    pub sheets: Vec<Sheets>,
    /// What comes out of it beside sheets.
    pub outputs: Vec<String>,
    /// What one learns by it.
    pub competences: Vec<String>,
    /// Hours it takes.
    pub hours: u16,
    /// The gate that it leads to.
    pub gate: Option<Gate>,
}

/// A way aside, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideExit {
    /// Which.
    pub exit: Exit,
    /// Name.
    pub name: String,
    /// What it means.
    pub explanation: String,
}

/// The three phases with their fifteen activities, in one language.
pub fn phases_with_activities(lang: Lang) -> Vec<Phase> {
    let phase = |raw: &RawPhase| Phase {
        id: raw.id.clone(),
        name: raw.name.get(lang).to_owned(),
        purpose: raw.purpose.get(lang).to_owned(),
        hours: raw.hours,
        activities: WAY.activities.iter().filter(|activity| activity.phase == raw.id).map(|activity| activity_in(activity, lang)).collect(),
    };
    WAY.phases.iter().map(phase).collect()
}

fn activity_in(raw: &RawActivity, lang: Lang) -> Activity {
    let words = |texts: &[Words]| texts.iter().map(|text| text.get(lang).to_owned()).collect();
    let sheet = |id: &String| {
        let template = TEMPLATES.iter().find(|template| template.id == *id)?;
        Some(Sheets {
            template: Named { id: id.clone(), name: template.name.get(lang).to_owned() },
            copies: raw.deliverable_min.get(id).copied().unwrap_or(1),
            private: template.private,
            optional: raw.choose_one.contains(id),
        })
    };
    let competence =
        |id: &String| COMPETENCES.competences.iter().find(|known| known.id == *id).map(|known| known.name.get(lang).to_owned());
    let leads = |gate: &&RawGate| gate.after_activity.as_deref().is_some_and(|after| raw.id.as_str() <= after);
    Activity {
        id: raw.id.clone(),
        name: raw.name.get(lang).to_owned(),
        goal: raw.goal.get(lang).to_owned(),
        steps: words(&raw.steps),
        sheets: raw.deliverables.iter().filter_map(sheet).collect(),
        outputs: words(&raw.outputs),
        competences: raw.competences.iter().filter_map(competence).collect(),
        hours: raw.hours,
        gate: WAY.gates.iter().find(leads).and_then(|gate| Gate::from_code(&gate.id)),
    }
}

/// What a gate asks, in order; nothing for a gate that is none.
pub fn asked_for(gate: Gate, lang: Lang) -> Vec<Asked> {
    let Some(raw) = WAY.gates.iter().find(|raw| raw.id == gate.code()) else { return Vec::new() };
    let asked = |condition: &RawCondition| Asked {
        code: condition.code.clone(),
        text: condition.text.get(lang).to_owned(),
        metric: condition.metric,
        need: condition.at_least,
    };
    raw.conditions.iter().map(asked).collect()
}

/// Whom the programme names to sign a gate; nobody for a gate that is none.
pub fn signers(gate: Gate) -> &'static [Signer] {
    WAY.gates.iter().find(|raw| raw.id == gate.code()).map(|raw| raw.signed_by.as_slice()).unwrap_or_default()
}

/// The gates after which people in a role sign the next one, a bit each, the first gate the lowest: what a query holds a venture's gate
/// against.
pub fn signs_after(role: Role) -> i64 {
    let theirs = |gate: &&Gate| gate.0 > 0 && signs(role, signers(**gate));
    Gate::ALL.iter().filter(theirs).fold(0, |bits, gate| bits | (1 << (gate.0 - 1)))
}

/// The ways aside, in order.
pub fn side_exits(lang: Lang) -> Vec<SideExit> {
    let exit = |raw: &RawExit| {
        Some(SideExit {
            exit: Exit::from_code(&raw.id)?,
            name: raw.name.get(lang).to_owned(),
            explanation: raw.explanation.get(lang).to_owned(),
        })
    };
    WAY.side_exits.iter().filter_map(exit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_is_whole_in_each_language() {
        for lang in [Lang::Fr, Lang::Ar, Lang::En] {
            let phases = phases_with_activities(lang);
            let activities: Vec<&Activity> = phases.iter().flat_map(|phase| &phase.activities).collect();
            assert_eq!((phases.len(), activities.len()), (3, 15));
            for activity in activities {
                assert!(!activity.goal.is_empty() && activity.steps.len() >= 4 && activity.competences.len() == 2, "{}", activity.id);
                assert!(!activity.sheets.is_empty() && activity.gate.is_some(), "{}", activity.id);
            }
            let exits: Vec<Exit> = side_exits(lang).into_iter().map(|exit| exit.exit).collect();
            assert_eq!(exits, Exit::ALL, "the screens know the programme's exits, these and no others");
            assert!(Gate::ALL.into_iter().all(|gate| !asked_for(gate, lang).is_empty()));
        }
    }

    #[test]
    fn the_staff_signs_what_comes_after_the_training() {
        let by_staff = |gate: &Gate| Signer::Staff.is_among(signers(*gate));
        assert_eq!(Gate::ALL.into_iter().filter(by_staff).collect::<Vec<_>>(), [5, 6, 7, 8].map(Gate));
        assert!(Gate::ALL.into_iter().all(|gate| !signers(gate).is_empty()) && signers(Gate(9)).is_empty());
        let after = |role| (0..9).filter(|gate| (signs_after(role) >> gate) & 1 == 1).collect::<Vec<u8>>();
        assert_eq!(after(Role::Staff), [4, 5, 6, 7], "each asks for the gate after the one it has");
        assert_eq!(after(Role::Mentor), [0, 1, 2, 3, 4, 5, 6, 7], "a mentor may sign each; after the last there is none");
        assert!(after(Role::Trainee).is_empty());
    }

    #[test]
    fn each_source_of_a_condition_is_a_block_of_a_sheet() {
        for asked in Gate::ALL.into_iter().flat_map(|gate| asked_for(gate, Lang::Fr)) {
            if let Some(source) = asked.metric.source() {
                let sheet = TEMPLATES.iter().find(|template| template.id == source.template).expect("a sheet");
                assert!(sheet.blocks.iter().any(|block| block.id == source.block), "{}: {source:?}", asked.code);
            }
        }
    }

    #[test]
    fn an_activity_leads_to_its_gate() {
        let of = |id: &str| phases_with_activities(Lang::Fr).into_iter().flat_map(|p| p.activities).find(|a| a.id == id).expect("it").gate;
        assert_eq!(
            (of("1.2"), of("1.3"), of("2.5"), of("3.1"), of("3.5")),
            (Some(Gate(0)), Some(Gate(1)), Some(Gate(3)), Some(Gate(4)), Some(Gate(5)))
        );
    }
}
