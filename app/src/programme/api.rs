//! What the browser asks of the programme.

use crate::error::AppResult;
use leptos::prelude::*;
use leptos::server;
use serde::{Deserialize, Serialize};
use shared::{
    programme::{GateWords, Named},
    ventures::Gate,
};

/// Names of the programme, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The twelve themes.
    pub themes: Vec<Named>,
    /// The nine gates.
    pub gates: Vec<GateWords>,
    /// The sheets.
    pub templates: Vec<Named>,
    /// The twelve regions, by ISO code.
    pub regions: Vec<Named>,
}

impl Programme {
    /// The name of a theme; its id where it has none.
    pub fn theme<'a>(&'a self, id: &'a str) -> &'a str {
        named(&self.themes, id)
    }

    /// The name of a gate.
    pub fn gate(&self, gate: Gate) -> &str {
        self.gates.iter().find(|words| words.gate == gate).map_or("", |words| &words.name)
    }

    /// The name of a sheet; its id where it has none.
    pub fn template<'a>(&'a self, id: &'a str) -> &'a str {
        named(&self.templates, id)
    }

    /// The name of a region; its code where it has none.
    pub fn region<'a>(&'a self, code: &'a str) -> &'a str {
        named(&self.regions, code)
    }
}

fn named<'a>(all: &'a [Named], id: &'a str) -> &'a str {
    all.iter().find(|one| one.id == id).map_or(id, |one| &one.name)
}

/// The programme's names in the language of the visit.
#[server(prefix = "/api", endpoint = "programme/words", input = server_fn::codec::GetUrl)]
pub async fn words() -> AppResult<Programme> {
    use shared::reference;
    let visit = crate::context::visit();
    let lang = visit.lang;
    let regions = reference::regions().iter().map(|region| Named { id: region.code.clone(), name: region.name.get(lang).to_owned() });
    let templates = reference::templates(lang).into_iter().map(|template| Named { id: template.id, name: template.name });
    Ok(Programme {
        themes: reference::themes(lang),
        gates: reference::gates(lang),
        templates: templates.collect(),
        regions: regions.collect(),
    })
}
