//! The examples of every installation: three of the invented ventures, written out further than the demonstration shows them, so that each
//! sheet and each block has one. They are built in memory and never stored.

use super::{SeedError, calendar::Calendar, data, paper::Paper, writing};
use app::examples::Example;
use shared::{Millis, reference, ventures::Gate};
use std::collections::BTreeMap;

/// One in French, one in Arabic, one in Darija.
const SHOWN: [&str; 3] = ["confiture-ecart-berkane", "khayt-jerada", "plombi-oujda"];

/// All three, in their order.
///
/// # Errors
/// When the shipped data does not hang together.
pub async fn examples(now: Millis) -> Result<Vec<Example>, SeedError> {
    let more: BTreeMap<String, data::Notes> = serde_json::from_str(reference::examples())?;
    let mut all = Vec::new();
    let ventures = data::ventures()?;
    for slug in SHOWN {
        let mut venture =
            ventures.iter().find(|venture| venture.slug == slug).cloned().ok_or(SeedError::Data("an example of no venture"))?;
        for (template, blocks) in more.get(slug).into_iter().flatten() {
            venture.notes.entry(template.clone()).or_default().extend(blocks.clone());
        }
        let mut paper = Paper::new(venture.team.len());
        let written = writing::write(&mut paper, &venture, &Calendar::of(&venture, 0, now)).await?;
        all.push(Example {
            key: slug,
            lang: venture.lang(),
            gate: Gate::from_code(&venture.stage).unwrap_or_default(),
            document: written.document,
            name: venture.name,
            idea: venture.tagline,
            theme: venture.theme,
        });
    }
    Ok(all)
}
