//! Behind the path and its forms: who, load, judge, write, answer. Only on the server.

use super::back::{Said, told};
use crate::board::fill;
use crate::context::{Site, actor, now, site, visit};
use crate::error::{AppError, AppResult};
use board::Document;
use shared::{
    Lang, Millis,
    access::{AskForGate, RefuseGate, SeeFeedbackBoard, SeeVenture, SignGate, WithdrawGate, allow},
    exits::Aside,
    gates::{self, Condition, Facts, Signature, State, Way},
    ids::{GroupId, VentureId},
    programme::GateWords,
    reference::{self, Phase},
    ventures::{FieldFault, Gate, Venture},
};
use store::gates::Outcome;

/// A condition with the place on the board where it is worked on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stands {
    pub(super) condition: Condition,
    pub(super) href: Option<String>,
}

/// The gate that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ahead {
    pub(super) words: GateWords,
    pub(super) conditions: Vec<Stands>,
}

/// What a reader may do on the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct May {
    /// Belongs to the team: asks, adds sheets, steps aside.
    pub(super) team: bool,
    /// Signs and names a next step.
    pub(super) sign: bool,
    /// May take the last signature back.
    pub(super) withdraw: bool,
}

/// A venture on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PathView {
    pub(super) venture: Venture,
    /// All nine, in words.
    pub(super) gates: Vec<GateWords>,
    /// The next one; nothing when all are signed.
    pub(super) ahead: Option<Ahead>,
    pub(super) way: Way,
    /// A signature that this member of the team has not seen.
    pub(super) fresh: Option<Signature>,
    pub(super) may: May,
    /// Times it stood aside, the newest first.
    pub(super) asides: Vec<Aside>,
}

/// The whole path: the gates, and the activities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whole {
    pub(super) view: PathView,
    pub(super) phases: Vec<Phase>,
    /// The activity the team is at.
    pub(super) present: String,
    /// Sheets on the board: the template's id, and where the first one is.
    pub(super) laid: Vec<(String, String)>,
}

/// A team that asks for its next gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AskRow {
    pub(super) venture: VentureId,
    pub(super) name: String,
    pub(super) signed: Gate,
    /// The name of the gate it asks for.
    pub(super) gate: String,
    pub(super) at: Millis,
}

/// Loads the path. A member who reads it has seen the newest signature.
pub(super) async fn page(id: VentureId) -> AppResult<Whole> {
    let (site, lang) = (site(), visit().lang);
    let (view, document) = load(&site, id, lang).await?;
    if let Some(fresh) = &view.fresh {
        let permit = allow(&actor()?, SeeVenture { at: &view.venture.at })?;
        store::gates::see(&site.db, permit, fresh.gate).await?;
    }
    let phases = reference::phases_with_activities(lang);
    let laid =
        document.frames().filter_map(|frame| Some((frame.template()?.0.to_owned(), format!("/v/{id}/board#r-{}", frame.id)))).collect();
    Ok(Whole { present: present(&document, &phases, view.venture.gate), view, phases, laid })
}

/// The next gate alone, for pages about more than the path.
pub(super) async fn next_gate(id: VentureId) -> AppResult<PathView> {
    Ok(load(&site(), id, visit().lang).await?.0)
}

/// The teams that ask the mentor signed in, of one group or of all.
pub(super) async fn asks(group: Option<GroupId>) -> AppResult<Vec<AskRow>> {
    let who = actor()?;
    allow(&who, SeeFeedbackBoard)?;
    let gates = reference::gates(visit().lang);
    let asks = store::gates::asks_of_mentor(&site().db, who.person).await?;
    let rows = asks.into_iter().filter(|asks| group.is_none_or(|group| group == asks.group)).map(|asks| AskRow {
        gate: gates.get(usize::from(asks.signed.0) + 1).map(|words| words.name.clone()).unwrap_or_default(),
        venture: asks.venture,
        name: asks.name,
        signed: asks.signed,
        at: asks.at,
    });
    Ok(rows.collect())
}

async fn load(site: &Site, id: VentureId, lang: Lang) -> AppResult<(PathView, Document)> {
    let who = actor()?;
    let venture = found(site, id).await?;
    let at = &venture.at;
    allow(&who, SeeVenture { at })?;
    let document = site.boards.open(id).await?;
    let way = store::gates::way(&site.db, id).await?;
    let team = allow(&who, AskForGate { at }).is_ok();
    let fresh = if team { store::gates::fresh(&site.db, id, who.person, now()).await? } else { None };
    let last = way.signed.last();
    let may = May {
        team,
        sign: allow(&who, SignGate { at, signers: reference::signers(Gate(venture.gate.0 + 1)) }).is_ok(),
        withdraw: allow(&who, WithdrawGate { at, signers: reference::signers(venture.gate) }).is_ok()
            && last.is_some_and(|last| last.gate == venture.gate && last.gate.0 > 0 && last.may_withdraw(who.person, now())),
    };
    let gates = reference::gates(lang);
    let ahead = gates.get(usize::from(venture.gate.0) + 1).map(|words| Ahead {
        conditions: stand(&document, words.gate, lang).into_iter().map(|c| with_place(&document, id, team, c)).collect(),
        words: words.clone(),
    });
    let fresh = fresh.and_then(|gate| way.signed.iter().find(|signed| signed.gate == gate).cloned());
    let asides = store::exits::of_venture(&site.db, id).await?;
    Ok((PathView { gates, ahead, way, fresh, may, asides, venture }, document))
}

pub(super) async fn found(site: &Site, id: VentureId) -> AppResult<Venture> {
    store::ventures::venture(&site.db, id).await?.ok_or(AppError::Hidden)
}

fn stand(document: &Document, gate: Gate, lang: Lang) -> Vec<Condition> {
    gates::conditions(&Facts::of(document), reference::asked_for(gate, lang))
}

/// Where a condition is worked on: the sheet that lacks it, else a new sheet, else the first one.
fn with_place(document: &Document, venture: VentureId, team: bool, condition: Condition) -> Stands {
    let metric = condition.asked.metric;
    let href = metric.source().and_then(|source| {
        let template = reference::template(source.template, Lang::Fr)?;
        let block = template.blocks.iter().find(|block| block.id == source.block)?;
        let mut sheets = document.frames().filter(|frame| frame.template().is_some_and(|(id, ..)| id == source.template));
        let first = sheets.next();
        let empty = first.into_iter().chain(sheets).find(|frame| !fill::holds(document, frame.id, block));
        let opened = empty.or(first.filter(|_| !metric.counts_sheets() || !team));
        match opened {
            Some(frame) => Some(format!("/v/{venture}/board#r-{}-{}", frame.id, source.block)),
            None if team => Some(format!("/v/{venture}/board?add={}", source.template)),
            None => None,
        }
    });
    Stands { condition, href }
}

/// The first activity after the last gate that still lacks a sheet on the board; the last one of the way to the next gate when none does.
fn present(document: &Document, phases: &[Phase], signed: Gate) -> String {
    let toward = |gate: Option<Gate>| gate.is_some_and(|gate| gate > signed || (signed == Gate(0) && gate == Gate(0)));
    let ahead: Vec<_> = phases.iter().flat_map(|phase| &phase.activities).filter(|activity| toward(activity.gate)).collect();
    let full = |id: &str| {
        let template = reference::template(id, Lang::Fr);
        let sheets = document.frames().filter(|frame| frame.template().is_some_and(|(known, ..)| known == id));
        sheets.filter(|frame| template.as_ref().is_some_and(|t| fill::of(document, frame.id, t).next.is_none())).count()
    };
    let lacks = |activity: &reference::Activity| {
        let needed = |sheet: &&reference::Sheets| !sheet.private && !sheet.optional;
        activity.sheets.iter().filter(needed).any(|sheet| full(&sheet.template.id) < usize::try_from(sheet.copies).unwrap_or(usize::MAX))
    };
    let next = ahead.first().and_then(|first| first.gate);
    let here = ahead.iter().find(|activity| lacks(activity)).or_else(|| ahead.iter().rfind(|activity| activity.gate == next));
    here.map(|activity| activity.id.clone()).unwrap_or_default()
}

pub(super) async fn ask(id: VentureId, gate: u8) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = found(&site, id).await?;
    let permit = allow(&who, AskForGate { at: &venture.at })?;
    let outcome = store::gates::ask(&site.db, permit, Gate(gate), now()).await?;
    answer(id, outcome, Said::Asked)
}

pub(super) async fn sign(id: VentureId, gate: u8, sentence: &str, confirmed: Vec<String>, asked: Option<&str>) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = found(&site, id).await?;
    let permit = allow(&who, SignGate { at: &venture.at, signers: reference::signers(Gate(gate)) })?;
    let words = gates::sentence(sentence).map_err(|fault| AppError::Field("sentence".to_owned(), fault))?;
    // A gate that is not the next one is told so below; its conditions are nobody's to tick.
    if gate == venture.gate.0 + 1 {
        let document = site.boards.open(id).await?;
        let conditions = stand(&document, Gate(gate), venture.lang);
        if let Some(open) = conditions.iter().find(|c| c.state.needs_word() && !confirmed.contains(&c.asked.code)) {
            // What the form did not ask for was met when it was read: the board has changed since.
            let unread = asked.is_some_and(|asked| !asked.split(' ').any(|code| code == open.asked.code));
            let fault = if unread { FieldFault::NotAChoice } else { FieldFault::Empty };
            return Err(AppError::Field("confirmed".to_owned(), fault));
        }
    }
    match store::gates::sign(&site.db, permit, Gate(gate), &words, &confirmed, now()).await? {
        // Pressed twice, it is signed once, and said so.
        Outcome::Already if store::gates::way(&site.db, id).await?.has(Gate(gate), who.person, &words) => told(id, Said::Signed),
        outcome => return decided(id, outcome, Said::Signed),
    }
    Ok(())
}

pub(super) async fn refuse(id: VentureId, gate: u8, step: &str, suggested: &str) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = found(&site, id).await?;
    let permit = allow(&who, RefuseGate { at: &venture.at, signers: reference::signers(Gate(gate)) })?;
    let chosen = if step.trim().is_empty() {
        let document = site.boards.open(id).await?;
        let of_gate = stand(&document, Gate(gate), venture.lang);
        of_gate.into_iter().find(|c| c.asked.code == suggested).map(step_words)
    } else {
        None
    };
    let words = gates::sentence(chosen.as_deref().unwrap_or(step)).map_err(|fault| AppError::Field("step".to_owned(), fault))?;
    let outcome = store::gates::refuse(&site.db, permit, Gate(gate), &words, now()).await?;
    decided(id, outcome, Said::Refused)
}

/// A condition as a step to do, in the venture's language, with how far it is.
fn step_words(condition: Condition) -> String {
    match condition.state {
        State::Missing { have, need } if need > 1 => format!("{} ({have}/{need})", condition.asked.text),
        State::Missing { .. } | State::Met { .. } | State::ToConfirm => condition.asked.text,
    }
}

pub(super) async fn withdraw(id: VentureId, gate: u8) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = found(&site, id).await?;
    let permit = allow(&who, WithdrawGate { at: &venture.at, signers: reference::signers(Gate(gate)) })?;
    let outcome = store::gates::withdraw(&site.db, permit, Gate(gate), now()).await?;
    answer(id, outcome, Said::Withdrawn)
}

/// As [`answer`]; a sentence that did not count comes back to who wrote it.
fn decided(id: VentureId, outcome: Outcome, done: Said) -> AppResult<()> {
    match outcome {
        Outcome::Already | Outcome::NotNext | Outcome::TooLate => Err(AppError::Conflict),
        Outcome::Done | Outcome::NotTheirs => answer(id, outcome, done),
    }
}

fn answer(id: VentureId, outcome: Outcome, done: Said) -> AppResult<()> {
    let said = match outcome {
        Outcome::Done => done,
        Outcome::Already => Said::Already,
        Outcome::NotNext => Said::NotNext,
        Outcome::TooLate => Said::TooLate,
        Outcome::NotTheirs => return Err(AppError::Forbidden),
    };
    told(id, said);
    Ok(())
}
