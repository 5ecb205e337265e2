//! Behind stepping aside and taking up again. Only on the server.

use super::{
    back::{Said, told},
    deeds::found,
};
use crate::context::{actor, now, site};
use crate::error::{AppError, AppResult};
use shared::{
    Millis,
    access::{StepAside, TakeUp, allow},
    exits::{Exit, LESSON_MAX, PAUSE_MAX, day},
    ids::VentureId,
    ventures::FieldFault,
};

pub(super) async fn step_aside(id: VentureId, exit: &str, lesson: &str, back: &str, sure: &str) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = found(&site, id).await?;
    let permit = allow(&who, StepAside { at: &venture.at })?;
    let fault = |field: &str, fault| Err(AppError::Field(field.to_owned(), fault));
    let Some(kind) = Exit::from_code(exit) else { return fault("exit", FieldFault::NotAChoice) };
    let words = lesson.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return fault("lesson", FieldFault::Empty);
    }
    if words.chars().count() > LESSON_MAX {
        return fault("lesson", FieldFault::TooLong);
    }
    let back = match (kind, day(back)) {
        (Exit::Paused, Some(day)) if day > now() && day.0 < now().0 + PAUSE_MAX => Some(day),
        (Exit::Paused, Some(_) | None) => return fault("back", FieldFault::NotAChoice),
        (Exit::Merged | Exit::Pivoted | Exit::Stopped | Exit::UsefulDone | Exit::Hired, _) => None,
    };
    if sure != "yes" {
        return fault("sure", FieldFault::Empty);
    }
    let done = store::exits::step_aside(&site.db, permit, kind, &words, back, now()).await?;
    told(id, if done { Said::Aside } else { Said::AsideAlready });
    Ok(())
}

pub(super) async fn take_up(id: VentureId) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = found(&site, id).await?;
    let permit = allow(&who, TakeUp { at: &venture.at })?;
    store::exits::take_up(&site.db, permit, now()).await?;
    told(id, Said::TakenUp);
    Ok(())
}

/// The day that a form offers first: four weeks from now, as `2026-12-23`.
pub(super) fn proposed(now: Millis) -> String {
    shared::exits::written(Millis(now.0 + 28 * Millis::DAY))
}
