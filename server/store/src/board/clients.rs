//! Who is who on a board: one number for each device of a person, and the person's own, which is the first of them.

use super::log::hold;
use crate::{Db, Result, sql::Link};
use ::board::id::{Author, ClientNo, Counter};
use shared::ids::{PersonId, VentureId};
use uuid::Uuid;

pub(super) async fn client(db: &Db, venture: VentureId, person: PersonId, device: &[u8]) -> Result<(ClientNo, Author, Counter)> {
    let mut on = db.read().await?;
    let known = known(&mut on.link(), venture, person, device).await?;
    drop(on);
    match known {
        Some(known) => Ok(known),
        None => number(db, venture, person, device).await,
    }
}

async fn known(on: &mut Link<'_>, venture: VentureId, person: PersonId, device: &[u8]) -> Result<Option<(ClientNo, Author, Counter)>> {
    let found: Option<(i64, i64)> =
        row!(*on, "select client, author from board_client where board = $1 and person = $2 and device = $3", venture.0, person.0, device)?;
    let Some((client, author)) = found else { return Ok(None) };
    let counter: Option<Option<i64>> = one!(*on, "select max(counter) from board_log where board = $1 and client = $2", venture.0, client)?;
    Ok(Some((ClientNo(client as u32), Author(author as u32), counter.flatten().unwrap_or_default() as Counter)))
}

async fn number(db: &Db, venture: VentureId, person: PersonId, device: &[u8]) -> Result<(ClientNo, Author, Counter)> {
    let mut on = db.write().await?;
    hold(&mut on.link(), venture).await?;
    if let Some(known) = known(&mut on.link(), venture, person, device).await? {
        return Ok(known);
    }
    let client: Option<i64> = one!(on, "update board set clients = clients + 1 where id = $1 returning clients", venture.0)?;
    let client = client.unwrap_or_default();
    let first: Option<Option<i64>> =
        one!(on, "select min(author) from board_client where board = $1 and person = $2", venture.0, person.0)?;
    let author = first.flatten().unwrap_or(client);
    exec!(
        on,
        "insert into board_client (board, client, person, device, author) values ($1, $2, $3, $4, $5)",
        venture.0,
        client,
        person.0,
        device,
        author
    )?;
    on.commit().await?;
    Ok((ClientNo(client as u32), Author(author as u32), 0))
}

pub(super) async fn authors(db: &Db, venture: VentureId) -> Result<Vec<(Author, PersonId, String)>> {
    let mut on = db.read().await?;
    let found: Vec<(i64, Uuid, String)> = rows!(
        on,
        "select distinct c.author, p.id, p.name from board_client c join person p on p.id = c.person where c.board = $1 order by c.author",
        venture.0
    )?;
    Ok(found.into_iter().map(|(author, person, name)| (Author(author as u32), PersonId(person), name)).collect())
}
