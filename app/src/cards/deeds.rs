//! What a card says: who, load, judge, answer.

use super::picture::{self, Card, Signed};
use crate::context::{Site, Visit};
use crate::error::{AppError, AppResult};
use crate::locale::words;
use crate::programme::gate_words;
use crate::ventures::place_words;
use shared::{
    access::{EditVenture, SeeVenture, allow},
    ids::VentureId,
    reference,
    ventures::Gate,
};
use std::fmt::{Display, Formatter};

/// Which card of a venture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardName {
    /// The venture itself.
    Venture,
    /// A gate it passed.
    Gate(Gate),
}

impl CardName {
    /// As it stands in an address: `venture`, `gate-3`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "venture" {
            return Some(Self::Venture);
        }
        let number = text.strip_prefix("gate-")?.parse().ok().map(Gate)?;
        Gate::ALL.contains(&number).then_some(Self::Gate(number))
    }
}

impl Display for CardName {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Venture => f.write_str("venture"),
            Self::Gate(gate) => write!(f, "gate-{}", gate.0),
        }
    }
}

/// A card with what its page needs beside it.
pub(super) struct Drawn {
    pub(super) card: Card,
    /// Whether the reader may put the team's first names on it.
    pub(super) may_name: bool,
}

/// What stands on a card for a reader. First names come only when somebody of the team asks for them.
pub(super) async fn drawn(site: &Site, visit: &Visit, venture: VentureId, name: CardName, names: bool) -> AppResult<Drawn> {
    let who = visit.actor.as_ref().ok_or(AppError::SignIn)?;
    let venture = store::ventures::venture(&site.db, venture).await?.ok_or(AppError::Hidden)?;
    allow(who, SeeVenture { at: &venture.at })?;
    let lang = visit.lang;
    let gates = reference::gates(lang);
    let said = |gate: Gate| gates.iter().find(|words| words.gate == gate);
    let signed = match name {
        CardName::Venture => None,
        CardName::Gate(gate) => {
            let signature = store::ventures::signature(&site.db, venture.id, gate).await?.ok_or(AppError::Hidden)?;
            let gate_said = said(gate).ok_or(AppError::Hidden)?;
            Some(Signed {
                name: gate_said.name.clone(),
                promise: gate_said.promise.clone(),
                sentence: signature.sentence,
                by: signature.by,
                date: words(lang).date(signature.at),
            })
        }
    };
    let shown = match name {
        CardName::Venture => venture.gate,
        CardName::Gate(gate) => gate,
    };
    let edition = store::accounts::editions(&site.db).await?.into_iter().find(|(id, _)| *id == venture.at.edition);
    let may_name = allow(who, EditVenture { at: &venture.at }).is_ok();
    let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
    let team = if names && may_name { venture.team.iter().map(|member| first(&member.name)).collect() } else { Vec::new() };
    Ok(Drawn {
        may_name,
        card: Card {
            lang,
            stands: gate_words(words(lang), shown, said(shown).map_or("", |words| words.name.as_str())),
            gate: shown,
            theme: reference::themes(lang).into_iter().find(|theme| theme.id == venture.theme).map(|theme| theme.name).unwrap_or_default(),
            glyph: venture.theme,
            place: place_words(&venture.place, lang),
            edition: edition.map(|(_, name)| name.get(lang).to_owned()).unwrap_or_default(),
            name: venture.name,
            idea: venture.idea,
            team,
            signed,
        },
    })
}

/// The card as a picture of its own.
///
/// # Errors
/// As for the venture; [`AppError::Hidden`] for a gate that nobody signed.
pub async fn svg(site: &Site, visit: &Visit, venture: &str, name: &str, names: bool) -> AppResult<String> {
    let venture = venture.parse().map_err(|_| AppError::Hidden)?;
    let name = CardName::parse(name).ok_or(AppError::Hidden)?;
    Ok(picture::svg(&drawn(site, visit, venture, name, names).await?.card))
}
