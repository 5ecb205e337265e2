//! The reference data that ships with the product, in all languages. Only the server carries it.

mod drawings;

pub use drawings::{drawing, drawing_asset, drawing_of};

use crate::{
    Lang,
    programme::{Block, BlockKind, GateWords, Named, Template},
    ventures::Gate,
};
use serde::Deserialize;
use std::sync::LazyLock;

mod way;
pub use way::{Activity, Phase, Sheets, SideExit, asked_for, phases_with_activities, side_exits, signers, signs_after};

/// A text in the three languages.
#[derive(Clone, Debug, Deserialize)]
pub struct Words {
    fr: String,
    ar: String,
    en: String,
}

impl Words {
    /// In one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }
}

#[derive(Deserialize)]
struct RawBlock {
    id: String,
    kind: BlockKind,
    name: Words,
    prompt: Words,
    x: u8,
    y: u8,
    w: u8,
    h: u8,
    unit: Option<String>,
    #[serde(default)]
    options: Vec<Words>,
    formula: Option<String>,
    min: Option<u32>,
    #[serde(default)]
    personal: bool,
}

#[derive(Deserialize)]
struct RawTemplate {
    id: String,
    phase: String,
    minutes: u16,
    #[serde(default)]
    private: bool,
    name: Words,
    purpose: Words,
    attribution: Option<Words>,
    blocks: Vec<RawBlock>,
}

#[derive(Deserialize)]
struct NamedRow {
    id: String,
    name: Words,
}

#[derive(Deserialize)]
struct RawCondition {
    text: Words,
}

#[derive(Deserialize)]
struct RawGate {
    id: String,
    after_activity: Option<String>,
    name: Words,
    promise: Words,
    conditions: Vec<RawCondition>,
}

#[derive(Deserialize)]
struct RawActivity {
    id: String,
    #[serde(default)]
    deliverables: Vec<String>,
    choose_one: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct RawProgramme {
    phases: Vec<NamedRow>,
    activities: Vec<RawActivity>,
    gates: Vec<RawGate>,
    themes: Vec<NamedRow>,
    trades: Vec<NamedRow>,
}

/// A region of Morocco.
#[derive(Clone, Debug, Deserialize)]
pub struct Region {
    /// ISO 3166-2:MA code.
    pub code: String,
    /// Name.
    pub name: Words,
    /// Among the first ones.
    pub pilot: bool,
    /// HCP's code, the first part of a commune's.
    pub hcp_code: String,
}

/// A town of the demo data.
#[derive(Clone, Debug, Deserialize)]
pub struct City {
    /// Its id, such as `oujda`.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Code of its region.
    pub region: String,
}

#[derive(Deserialize)]
struct RawRegions {
    regions: Vec<Region>,
    cities: Vec<City>,
}

/// A commune. Source: Haut-Commissariat au Plan, RGPH 2024.
#[derive(Clone, Debug)]
pub struct Commune {
    /// HCP code.
    pub code: String,
    /// Code of its province.
    pub province: String,
    /// French name.
    pub fr: String,
    /// Arabic name.
    pub ar: String,
}

impl Commune {
    /// In one language; English reads the French form.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ar => &self.ar,
            Lang::Fr | Lang::En => &self.fr,
        }
    }
}

const SOUND: &str = "the shipped reference data is checked by this module's tests";

static TEMPLATES: LazyLock<Vec<RawTemplate>> = LazyLock::new(|| serde_json::from_str(include_str!("../data/templates.json")).expect(SOUND));
static PROGRAMME: LazyLock<RawProgramme> = LazyLock::new(|| serde_json::from_str(include_str!("../data/programme.json")).expect(SOUND));
static REGIONS: LazyLock<RawRegions> = LazyLock::new(|| serde_json::from_str(include_str!("../data/regions.json")).expect(SOUND));
static COMMUNES: LazyLock<Vec<Commune>> = LazyLock::new(|| {
    rows(include_str!("../data/communes.csv"))
        .map(|cells| Commune { code: cells[0].clone(), province: cells[1].clone(), fr: cells[2].clone(), ar: cells[3].clone() })
        .collect()
});
static PROVINCES: LazyLock<Vec<Commune>> = LazyLock::new(|| {
    rows(include_str!("../data/provinces.csv"))
        .map(|cells| Commune { code: cells[0].clone(), province: cells[1].clone(), fr: cells[3].clone(), ar: cells[4].clone() })
        .collect()
});

/// Cells of a CSV with quotes, the heading left out.
fn rows(csv: &'static str) -> impl Iterator<Item = Vec<String>> {
    csv.lines().skip(1).map(|line| {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(core::mem::take(&mut cell)),
                c => cell.push(c),
            }
        }
        cells.push(cell);
        cells
    })
}

/// The version of the shipped templates; raised when a block is added or removed.
pub const TEMPLATES_VERSION: u16 = 1;

fn template_in(raw: &RawTemplate, lang: Lang) -> Template {
    let words = |w: &Words| w.get(lang).to_owned();
    Template {
        id: raw.id.clone(),
        version: TEMPLATES_VERSION,
        phase: raw.phase.clone(),
        minutes: raw.minutes,
        private: raw.private,
        name: words(&raw.name),
        purpose: words(&raw.purpose),
        attribution: raw.attribution.as_ref().map(words),
        blocks: raw
            .blocks
            .iter()
            .map(|b| Block {
                id: b.id.clone(),
                kind: b.kind,
                name: words(&b.name),
                prompt: words(&b.prompt),
                x: b.x,
                y: b.y,
                w: b.w,
                h: b.h,
                unit: b.unit.clone(),
                options: b.options.iter().map(words).collect(),
                formula: b.formula.clone(),
                min: b.min,
                personal: b.personal,
            })
            .collect(),
    }
}

/// All 18 templates in one language, the private one among them.
pub fn templates(lang: Lang) -> Vec<Template> {
    TEMPLATES.iter().map(|raw| template_in(raw, lang)).collect()
}

/// One template.
pub fn template(id: &str, lang: Lang) -> Option<Template> {
    TEMPLATES.iter().find(|raw| raw.id == id).map(|raw| template_in(raw, lang))
}

fn named(rows: &[NamedRow], lang: Lang) -> Vec<Named> {
    rows.iter().map(|row| Named { id: row.id.clone(), name: row.name.get(lang).to_owned() }).collect()
}

/// The three phases, in order.
pub fn phases(lang: Lang) -> Vec<Named> {
    named(&PROGRAMME.phases, lang)
}

/// The twelve themes, in order.
pub fn themes(lang: Lang) -> Vec<Named> {
    named(&PROGRAMME.themes, lang)
}

/// The trades, in order.
pub fn trades(lang: Lang) -> Vec<Named> {
    named(&PROGRAMME.trades, lang)
}

/// The nine gates, in order.
pub fn gates(lang: Lang) -> Vec<GateWords> {
    PROGRAMME
        .gates
        .iter()
        .filter_map(|raw| {
            Some(GateWords {
                gate: Gate::from_code(&raw.id)?,
                name: raw.name.get(lang).to_owned(),
                promise: raw.promise.get(lang).to_owned(),
                conditions: raw.conditions.iter().map(|c| c.text.get(lang).to_owned()).collect(),
            })
        })
        .collect()
}

/// The sheets that lead from the last gate signed to the next one, in the order of the programme's activities. Where one of several is
/// enough, those are left out; the private one too. From the start, the first gate's own sheets count as well.
pub fn sheets_toward(signed: Gate) -> Vec<&'static str> {
    let after = |gate: usize| PROGRAMME.gates.get(gate).and_then(|raw| raw.after_activity.as_deref());
    let signed = usize::from(signed.0);
    let (from, to) = (if signed == 0 { None } else { after(signed) }, after(signed + 1));
    let Some(to) = to else { return Vec::new() };
    let mut sheets: Vec<&'static str> = Vec::new();
    for activity in PROGRAMME.activities.iter().filter(|a| from.is_none_or(|from| a.id.as_str() > from) && a.id.as_str() <= to) {
        let optional = activity.choose_one.as_deref().unwrap_or_default();
        for sheet in activity.deliverables.iter().filter(|sheet| !optional.contains(sheet)) {
            let private = TEMPLATES.iter().any(|raw| raw.private && raw.id == *sheet);
            if !private && !sheets.contains(&sheet.as_str()) {
                sheets.push(sheet);
            }
        }
    }
    sheets
}

/// The twelve regions.
pub fn regions() -> &'static [Region] {
    &REGIONS.regions
}

/// Towns of the demo data.
pub fn cities() -> &'static [City] {
    &REGIONS.cities
}

/// All communes.
pub fn communes() -> &'static [Commune] {
    &COMMUNES
}

/// All provinces and prefectures; `province` holds the HCP code of the region.
pub fn provinces() -> &'static [Commune] {
    &PROVINCES
}

/// The name of a commune by its code.
pub fn place_name(code: &str, lang: Lang) -> Option<&'static str> {
    COMMUNES.iter().find(|commune| commune.code == code).map(|commune| commune.name(lang))
}

/// The code of the commune that a town of a region is, by the town's id or its name; nothing where no commune is called so.
pub fn commune_of_town(town: &str, region: &str) -> Option<&'static str> {
    let hcp = regions().iter().find(|r| r.code == region)?.hcp_code.as_str();
    let named = cities().iter().find(|city| city.id == town).map_or(town, |city| city.name.get(Lang::Fr));
    let called = crate::accounts::folded(named);
    let mut there = communes().iter().filter(|commune| commune.code.split('.').next() == Some(hcp));
    there.find(|commune| crate::accounts::folded(&commune.fr) == called).map(|commune| commune.code.as_str())
}

/// The demo ventures, as shipped.
pub fn demo_ventures() -> &'static str {
    include_str!("../data/demo-ventures.json")
}

/// What stands on the examples' sheets besides what [`demo_ventures`] says: note texts by venture, template and block.
pub fn examples() -> &'static str {
    include_str!("../data/examples.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_data_is_whole() {
        let all = templates(Lang::Ar);
        assert_eq!((all.len(), all.iter().map(|t| t.blocks.len()).sum::<usize>()), (18, 150));
        assert_eq!(all.iter().filter(|t| t.private).count(), 1);
        assert_eq!((gates(Lang::Fr).len(), themes(Lang::En).len(), phases(Lang::Fr).len(), trades(Lang::Fr).len()), (9, 12, 3, 24));
        assert_eq!((regions().len(), cities().len(), provinces().len(), communes().len()), (12, 46, 83, 1503));
        assert!(communes().iter().all(|c| provinces().iter().any(|p| p.code == c.province)));
    }

    #[test]
    fn a_credit_is_said_in_the_readers_language_and_keeps_its_names() {
        let credits = Lang::ALL.map(|lang| templates(lang).into_iter().filter_map(|t| t.attribution).collect::<Vec<_>>());
        let [fr, ar, en] = &credits;
        assert_eq!((fr.len(), ar.len(), en.len()), (4, 4, 4));
        for (n, names) in [
            ["EntreComp", "JRC"],
            ["Strategyzer", "Value Proposition Canvas"],
            ["Ash Maurya", "CC BY-SA 3.0"],
            ["Strategyzer", "CC BY-SA 3.0"],
        ]
        .iter()
        .enumerate()
        {
            assert!(credits.iter().all(|of| names.iter().all(|name| of[n].contains(name))), "{names:?}");
            assert!(fr[n] != en[n] && ar[n].chars().any(|c| ('\u{600}'..'\u{700}').contains(&c)), "{names:?}");
        }
    }

    #[test]
    fn a_town_is_a_commune_of_its_region() {
        assert_eq!(commune_of_town("berkane", "MA-02"), Some("02.113.01.09"));
        assert_eq!(commune_of_town("Ahfir", "MA-02").and_then(|code| place_name(code, Lang::Fr)), Some("Ahfir"));
        assert_eq!(commune_of_town("berkane", "MA-06"), None);
        assert_eq!(commune_of_town("Atlantis", "MA-02"), None);
    }

    #[test]
    fn each_gate_has_the_sheets_that_lead_to_it() {
        assert_eq!(sheets_toward(Gate(0)), ["problem-map", "interview", "empathy-map", "team-charter", "persona"]);
        assert_eq!(sheets_toward(Gate(1)), ["idea-matrix", "value-proposition"]);
        assert_eq!(sheets_toward(Gate(3)), ["storyboard", "paper-prototype", "learning-card"]);
        assert_eq!(sheets_toward(Gate(5)), Vec::<&str>::new());
        for gate in Gate::ALL {
            assert!(sheets_toward(gate).iter().all(|sheet| TEMPLATES.iter().any(|raw| raw.id == *sheet)));
        }
    }

    #[test]
    fn every_formula_reads_blocks_of_its_own_sheet() {
        for template in templates(Lang::En) {
            for block in &template.blocks {
                if let Some(formula) = &block.formula {
                    let known = |name: &str| template.blocks.iter().any(|b| b.id == name).then_some(1000);
                    assert!(crate::formula::evaluate(formula, &known).is_ok(), "{}.{}", template.id, block.id);
                }
            }
        }
    }
}
