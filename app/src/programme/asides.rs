//! Behind stepping aside and taking up again. Only on the server.

use super::{
    back::{Fault, Form, Said, returned, told},
    deeds::found,
};
use crate::context::{actor, now, site};
use crate::error::AppResult;
use shared::{
    Millis,
    access::{StepAside, TakeUp, allow},
    exits::{Exit, LESSON_MAX, PAUSE_MAX, day},
    ids::VentureId,
};

pub(super) async fn step_aside(id: VentureId, exit: &str, lesson: &str, back: &str, sure: &str) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = found(&site, id).await?;
    let permit = allow(&who, StepAside { at: &venture.at })?;
    let fault = |fault| {
        returned(id, Form::Aside, fault, lesson, exit);
        Ok(())
    };
    let Some(kind) = Exit::from_code(exit) else { return fault(Fault::NoExit) };
    let words = lesson.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return fault(Fault::Empty);
    }
    if words.chars().count() > LESSON_MAX {
        return fault(Fault::TooLong);
    }
    let back = match (kind, day(back)) {
        (Exit::Paused, Some(day)) if day > now() && day.0 < now().0 + PAUSE_MAX => Some(day),
        (Exit::Paused, Some(_) | None) => return fault(Fault::NoDay),
        (Exit::Merged | Exit::Pivoted | Exit::Stopped | Exit::UsefulDone | Exit::Hired, _) => None,
    };
    if sure != "yes" {
        return fault(Fault::NotSure);
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
