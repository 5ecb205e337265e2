//! What happened of late to those whom a visitor of the demonstration comes in as: three dated self-checks, and somebody who asks to join. It goes
//! through the doors that people use.

use super::{SeedError, office::Made, pen::Person, people::People};
use shared::{
    Lang, Millis,
    access::{AskToJoin, OwnSelfCheck, TEAM_LIMIT, allow},
    demo::OpenDoor,
    ids::SelfCheckId,
};
use store::{Db, accounts, new_id, selfcheck, ventures};

/// The venture that the tests and the pictures read.
const READ: &str = "qatra-berkane";
/// What is answered with a step from 1 to 4, in the order of the sheet.
const SCALES: [&str; 8] = ["opportunity", "problem", "ideas", "initiative", "perseverance", "team", "speaking", "learning"];

/// One filling: how many days ago, the steps, a proof and the next step.
struct Check {
    days: i64,
    steps: [u8; 8],
    proof: [&'static str; 2],
    goal: [&'static str; 2],
}

const CHECKS: [Check; 3] = [
    Check {
        days: 96,
        steps: [2, 2, 3, 1, 2, 3, 1, 2],
        proof: ["J'ai noté trois problèmes de mon quartier en une semaine.", "دونت ثلاث مشكلات في الحي خلال أسبوع."],
        goal: ["Parler à une personne que je ne connais pas.", "الحديث مع شخص لا أعرفه."],
    },
    Check {
        days: 47,
        steps: [3, 2, 3, 2, 2, 3, 2, 3],
        proof: ["Deux entretiens au souk, dont un qui a changé notre idée.", "مقابلتان في السوق، إحداهما غيرت فكرتنا."],
        goal: ["Poser des questions ouvertes et me taire après.", "طرح أسئلة مفتوحة ثم الإنصات."],
    },
    Check {
        days: 6,
        steps: [3, 3, 3, 3, 3, 4, 2, 3],
        proof: ["J'ai présenté l'essai devant la classe, avec les chiffres.", "قدمت التجربة أمام القسم بالأرقام."],
        goal: ["Montrer le prototype à deux personnes de plus.", "عرض النموذج على شخصين آخرين."],
    },
];

/// Fills the self-checks of the trainee behind the first door, and lets somebody ask to join their team and that of [`READ`].
///
/// # Errors
/// See [`SeedError`].
pub async fn happened(db: &Db, people: &People, made: &[Made], now: Millis) -> Result<(), SeedError> {
    let residents = accounts::residents(db).await?;
    let behind = OpenDoor::Waiting.leads_to(&residents).ok_or(SeedError::Data("nobody behind the first door"))?.person;
    let entered = made.iter().find(|venture| venture.team.iter().any(|one| one.id == behind));
    let entered = entered.ok_or(SeedError::Data("a door to nobody's team"))?;
    let who = entered.team.iter().find(|one| one.id == behind).ok_or(SeedError::Data("an empty team"))?;
    checks(db, who, entered, now).await?;
    let read = made.iter().find(|venture| venture.slug == READ).ok_or(SeedError::Data("a venture to be read"))?;
    for (hours, venture) in [(5, entered), (30, read)] {
        asks(db, people, made, venture, Millis(now.0 - hours * 3_600_000)).await?;
    }
    Ok(())
}

async fn checks(db: &Db, who: &Person, venture: &Made, now: Millis) -> Result<(), SeedError> {
    let said = |[fr, ar]: [&'static str; 2]| if who.lang == Lang::Ar { ar } else { fr };
    for check in &CHECKS {
        let texts = [("proof", said(check.proof).to_owned()), ("goal", said(check.goal).to_owned())];
        let steps = SCALES.into_iter().zip(check.steps.map(|step| step.to_string()));
        let answers = texts.into_iter().chain(steps).map(|(block, answer)| (block.to_owned(), answer)).collect();
        let permit = allow(&who.actor(&venture.at), OwnSelfCheck { owner: who.id })?;
        let at = Millis(now.0 - check.days * Millis::DAY);
        selfcheck::save(db, permit, SelfCheckId(new_id()), answers, None, at).await?;
    }
    Ok(())
}

/// The second of the group who is on no team asks to join, where there is room. The first is the one who is on their first day.
async fn asks(db: &Db, people: &People, made: &[Made], venture: &Made, at: Millis) -> Result<(), SeedError> {
    let group = people.groups.iter().find(|group| group.at.group == venture.at.group).ok_or(SeedError::Data("a venture of no group"))?;
    let alone = |one: &&Person| made.iter().all(|venture| venture.team.iter().all(|member| member.id != one.id));
    let Some(who) = group.trainees.iter().filter(alone).nth(1) else { return Ok(()) };
    if venture.team.len() < TEAM_LIMIT as usize {
        ventures::ask_to_join(db, allow(&who.actor(&group.at), AskToJoin { at: &venture.at })?, at).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{programme::BlockKind, reference};

    #[test]
    fn a_self_check_answers_what_its_sheet_asks() {
        let sheet = reference::template("self-assessment", Lang::Fr).unwrap();
        let scales: Vec<&str> = sheet.blocks.iter().filter(|block| block.kind == BlockKind::Scale).map(|block| block.id.as_str()).collect();
        assert_eq!(scales, SCALES);
        for text in ["proof", "goal"] {
            assert!(sheet.blocks.iter().any(|block| block.id == text && block.kind == BlockKind::Text));
        }
        assert!(CHECKS.iter().all(|check| check.steps.iter().all(|step| (1..=4).contains(step))));
    }
}
