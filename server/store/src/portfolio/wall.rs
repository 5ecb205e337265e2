//! What matches as a wall of stars: a venture each, or a group each where they are too many.

use super::{Bound, count};
use crate::{Db, Result, ventures::gate};
use shared::{
    Millis,
    access::Actor,
    ids::{GroupId, VentureId},
    portfolio::{Filter, GroupStar, STARS, Wall, median},
    ventures::Gate,
};
use uuid::Uuid;

/// A group, its code, and how many of its ventures stand at which gate.
type Counted = (GroupId, String, Vec<(Gate, u32)>);

/// The ventures that match, the oldest first; above [`STARS`], their groups by code with the median of each.
///
/// # Errors
/// What the database says.
pub async fn wall(db: &Db, staff: &Actor, filter: &Filter, now: Millis) -> Result<Wall> {
    let b = Bound::new(staff, filter, now);
    let mut on = db.read().await?;
    let mut on = on.link();
    let found: Vec<(Uuid, String, i64)> =
        over!(rows, on, b, concat!("select v.id, v.name, v.gate ", matching!(), " order by v.made, v.id limit $15"), i64::from(STARS) + 1)?;
    if found.len() <= STARS as usize {
        let stars = found.into_iter().map(|(id, name, at)| Ok((VentureId(id), name, gate(at)?)));
        return Ok(Wall::Ventures(stars.collect::<Result<_>>()?));
    }
    let found: Vec<(Uuid, String, i64, i64)> = over!(
        rows,
        on,
        b,
        concat!(
            "select v.group_id, g.code, v.gate, count(*) ",
            matching!(groups),
            " group by v.group_id, g.code, v.gate order by g.code, v.gate"
        )
    )?;
    let mut groups: Vec<Counted> = Vec::new();
    for (id, code, at, n) in found {
        let of_gate = (gate(at)?, count(n));
        match groups.last_mut() {
            Some((last, _, gates)) if last.0 == id => gates.push(of_gate),
            _ => groups.push((GroupId(id), code, vec![of_gate])),
        }
    }
    let stars = groups.into_iter().map(|(id, code, gates)| GroupStar {
        id,
        code,
        ventures: gates.iter().map(|(_, n)| n).sum(),
        median: median(&gates),
    });
    Ok(Wall::Groups(stars.collect()))
}
