//! What a person's own self-check asks of the server. Every call is about the person who makes it.

use crate::error::AppResult;
use leptos::server;
use serde::{Deserialize, Serialize};
use shared::{Millis, ids::SelfCheckId, programme::Template, selfcheck::Answers};

/// One filling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// Its id.
    pub id: SelfCheckId,
    /// When.
    pub at: Millis,
    /// What.
    pub answers: Answers,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPage {
    /// The sheet, in the reader's language.
    pub template: Template,
    /// All fillings, newest first.
    pub filled: Vec<Filled>,
    /// What was filled today: the form opens with it, and replaces it.
    pub today: Option<Filled>,
}

const TEMPLATE: &str = "self-assessment";

/// The sheet and one's own earlier fillings.
///
/// # Errors
/// `SignIn`; `Forbidden` for people without a group.
pub async fn own() -> AppResult<OwnPage> {
    use crate::context::{actor, now, site, visit};
    use crate::error::AppError;
    use shared::access::{OwnSelfCheck, allow};
    let who = actor()?;
    let permit = allow(&who, OwnSelfCheck { owner: who.person })?;
    let template = shared::reference::template(TEMPLATE, visit().lang).ok_or(AppError::Unavailable)?;
    let rows = store::selfcheck::of(&site().db, permit).await?;
    let filled: Vec<Filled> = rows.into_iter().map(|(id, answers, at)| Filled { id, at, answers }).collect();
    let today = filled.first().filter(|newest| newest.at.day() == now().day()).cloned();
    Ok(OwnPage { template, filled, today })
}

/// Deletes a filling for good. Somebody else's is not there.
#[server(prefix = "/api", endpoint = "selfcheck/delete")]
pub async fn delete(id: SelfCheckId) -> AppResult<()> {
    use crate::context::{actor, site};
    use crate::error::AppError;
    use shared::access::{OwnSelfCheck, allow};
    let (who, site) = (actor()?, site());
    let owner = store::selfcheck::owner(&site.db, id).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, OwnSelfCheck { owner })?;
    store::selfcheck::delete(&site.db, permit, id).await?;
    leptos_axum::redirect("/self-check?deleted=1");
    Ok(())
}

/// Keeps the filling of the day. `seen` is the moment of the one that the form opened with; sending it again changes nothing but what was typed
/// since.
#[server(prefix = "/api", endpoint = "selfcheck/save")]
pub async fn save(id: SelfCheckId, #[server(default)] answers: Answers, seen: Option<Millis>) -> AppResult<()> {
    use crate::context::{actor, now, site};
    use crate::error::AppError;
    use shared::{
        access::{OwnSelfCheck, allow},
        programme::BlockKind,
        ventures::FieldFault,
    };
    let who = actor()?;
    let permit = allow(&who, OwnSelfCheck { owner: who.person })?;
    let template = shared::reference::template(TEMPLATE, who.lang).ok_or(AppError::Unavailable)?;
    let mut kept = Answers::new();
    for block in &template.blocks {
        let Some(answer) = answers.get(&block.id).map(|answer| answer.trim()).filter(|answer| !answer.is_empty()) else { continue };
        let fault = match block.kind {
            BlockKind::Scale => (!matches!(answer, "1" | "2" | "3" | "4")).then_some(FieldFault::NotAChoice),
            BlockKind::Text => (answer.chars().count() > board::limits::TEXT).then_some(FieldFault::TooLong),
            BlockKind::Notes
            | BlockKind::List
            | BlockKind::Checklist
            | BlockKind::Choice
            | BlockKind::Number
            | BlockKind::Image
            | BlockKind::Evidence => Some(FieldFault::NotAChoice),
        };
        if let Some(fault) = fault {
            return Err(AppError::Field(block.id.clone(), fault));
        }
        kept.insert(block.id.clone(), answer.to_owned());
    }
    if kept.is_empty() {
        return Err(AppError::Field("answers".to_owned(), FieldFault::Empty));
    }
    match store::selfcheck::save(&site().db, permit, id, kept, seen, now()).await {
        // Somebody else's is not there.
        Err(store::StoreError::Taken) => return Err(AppError::Hidden),
        done => done?,
    }
    leptos_axum::redirect("/self-check?kept=1");
    Ok(())
}
