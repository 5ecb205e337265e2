//! Reports as the staff reads them, and what a reporter may know of theirs.

use crate::{Db, Result, StoreError};
use shared::{
    Millis,
    access::{Actor, Locus},
    ids::{EditionId, EstablishmentId, GroupId, PersonId, ReportId, VentureId},
    reports::{Handled, Outcome, Reason, Report, Subject},
    ventures::Reach,
};
use uuid::Uuid;

macro_rules! reports {
    () => {
        "select r.id, r.edition, r.region, r.establishment, r.group_id, g.code as group_code, r.venture, v.name as venture_name, r.kind, r.subject,
           r.author, a.name as author_name, r.quote, r.reporter, w.name as reporter_name, r.reason, r.words, r.made, r.outcome, r.answer,
           h.name as handler_name, r.handled
         from report r join groups g on g.id = r.group_id join person a on a.id = r.author join person w on w.id = r.reporter
           left join venture v on v.id = r.venture left join person h on h.id = r.handler "
    };
}

#[derive(sqlx::FromRow)]
struct Found {
    id: Uuid,
    edition: Uuid,
    region: String,
    establishment: Uuid,
    group_id: Uuid,
    group_code: String,
    venture: Option<Uuid>,
    venture_name: Option<String>,
    kind: String,
    subject: String,
    author: Uuid,
    author_name: String,
    quote: String,
    reporter: Uuid,
    reporter_name: String,
    reason: String,
    words: String,
    made: i64,
    outcome: String,
    answer: String,
    handler_name: Option<String>,
    handled: i64,
}

fn told(row: Found) -> Result<Report> {
    let handled = match (row.outcome.as_str(), row.handler_name) {
        ("", _) => None,
        (code, by) => Some(Handled {
            outcome: Outcome::from_code(code).ok_or(StoreError::Unreadable("report.outcome"))?,
            by_name: by.unwrap_or_default(),
            answer: row.answer,
            at: Millis(row.handled),
        }),
    };
    Ok(Report {
        id: ReportId(row.id),
        subject: Subject::of(&row.kind, &row.subject).ok_or(StoreError::Unreadable("report.subject"))?,
        at: Locus {
            edition: EditionId(row.edition),
            region: row.region,
            establishment: EstablishmentId(row.establishment),
            group: GroupId(row.group_id),
            venture: row.venture.map(VentureId),
        },
        group_code: row.group_code,
        venture_name: row.venture_name,
        author: PersonId(row.author),
        author_name: row.author_name,
        quote: row.quote,
        reporter: PersonId(row.reporter),
        reporter_name: row.reporter_name,
        reason: Reason::from_code(&row.reason).ok_or(StoreError::Unreadable("report.reason"))?,
        words: row.words,
        made: Millis(row.made),
        handled,
    })
}

/// A report.
///
/// # Errors
/// What the database says.
pub async fn report(db: &Db, id: ReportId) -> Result<Option<Report>> {
    let mut on = db.read().await?;
    let found: Option<Found> = row!(on, concat!(reports!(), "where r.id = $1"), id.0)?;
    found.map(told).transpose()
}

/// Reports in the scope of a member of the staff that are not about them: the open ones, the oldest first, and the last that were settled.
///
/// # Errors
/// What the database says.
pub async fn lists(db: &Db, staff: &Actor, most: u32) -> Result<(Vec<Report>, Vec<Report>)> {
    let mut on = db.read().await?;
    let (person, edition, most) = (staff.person.0, staff.edition.0, i64::from(most));
    let open: Vec<Found> = rows!(
        on,
        concat!(
            reports!(),
            "where r.edition = $3 and r.author <> $1 and r.outcome = '' and r.group_id in (",
            groups_in_scope!(),
            ") order by r.made, r.id limit $4"
        ),
        person,
        "staff",
        edition,
        most
    )?;
    let handled: Vec<Found> = rows!(
        on,
        concat!(
            reports!(),
            "where r.edition = $3 and r.author <> $1 and r.outcome <> '' and r.group_id in (",
            groups_in_scope!(),
            ") order by r.handled desc, r.id limit $4"
        ),
        person,
        "staff",
        edition,
        most
    )?;
    let all = |found: Vec<Found>| found.into_iter().map(told).collect::<Result<Vec<_>>>();
    Ok((all(open)?, all(handled)?))
}

/// How far each member of the staff who reaches a place does; whose work it is about does not count.
///
/// # Errors
/// What the database says.
pub async fn reaches(db: &Db, at: &Locus, author: PersonId) -> Result<Vec<Reach>> {
    let mut on = db.read().await?;
    let found: Vec<String> = column!(
        on,
        "select distinct r.scope from grants r join person p on p.id = r.person and p.edition = $1
         where r.role = 'staff' and r.person <> $4 and (
           (r.scope = 'edition' and r.target = $1) or (r.scope = 'region' and r.region = $2) or (r.scope = 'establishment' and r.target = $3))",
        at.edition.0,
        &at.region,
        at.establishment.0,
        author.0
    )?;
    let reach = |scope: String| match scope.as_str() {
        "edition" => Ok(Reach::Edition),
        "region" => Ok(Reach::Region),
        "establishment" => Ok(Reach::Establishment),
        _ => Err(StoreError::Unreadable("grants.scope")),
    };
    found.into_iter().map(reach).collect()
}

/// When a person reported something, and what became of it.
///
/// # Errors
/// What the database says.
pub async fn sent_by(db: &Db, person: PersonId, subject: &Subject) -> Result<Option<(Millis, Option<Outcome>)>> {
    let mut on = db.read().await?;
    let found: Option<(i64, String)> = row!(
        on,
        "select made, outcome from report where reporter = $1 and kind = $2 and subject = $3",
        person.0,
        subject.kind(),
        subject.key()
    )?;
    Ok(found.map(|(made, outcome)| (Millis(made), Outcome::from_code(&outcome))))
}
