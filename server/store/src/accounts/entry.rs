//! Entering: by card, by passphrase, by name. Tries are counted per account that was named, whether there is one or not, so that neither
//! the answer nor the time it takes says who exists; never per address, which thirty trainees share.

use crate::{Db, Result, StoreError, new_id, secrets::Secrets, sql::Link};
use sha2::{Digest as _, Sha256};
use shared::{
    Millis,
    access::{Allowed, ResetCode},
    accounts::{OneTimeCode, SignInRefusal, folded},
    ids::PersonId,
};
use uuid::Uuid;

/// So many wrong tries are free; then each waits longer.
const FREE_TRIES: i64 = 5;
const LONGEST_WAIT: i64 = 15 * 60_000;
/// New codes for one person that may cross each other.
const RACES: u32 = 4;

/// Whether a sign-in worked.
type Entered = std::result::Result<PersonId, SignInRefusal>;

/// Enters by the printed card. The code stays good until a passphrase is chosen.
///
/// # Errors
/// What the database says.
pub async fn enter_with_code(
    db: &Db,
    group_code: &str,
    number: u32,
    code: &OneTimeCode,
    secrets: &Secrets,
    now: Millis,
) -> Result<Entered> {
    let claim = card_claim(group_code, number);
    if let Some(wait) = try_once(db, &claim, now).await? {
        return Ok(Err(wait));
    }
    let found = by_card(db, group_code, number).await?;
    let Some((person, Some(hash), used)) = found.map(|card| (card.person, card.code, card.code_used)) else {
        secrets.verify_nobody(code.as_str()).await?;
        return Ok(Err(SignInRefusal::NoMatch));
    };
    if !secrets.verify(code.as_str(), &hash).await? {
        return Ok(Err(SignInRefusal::NoMatch));
    }
    if used != 0 {
        return Ok(Err(SignInRefusal::CodeUsed));
    }
    forget_tries(db, &claim).await?;
    Ok(Ok(person))
}

/// Enters by group, number and the own passphrase.
///
/// # Errors
/// What the database says.
pub async fn enter_with_passphrase(
    db: &Db,
    group_code: &str,
    number: u32,
    passphrase: &str,
    secrets: &Secrets,
    now: Millis,
) -> Result<Entered> {
    let claim = card_claim(group_code, number);
    if let Some(wait) = try_once(db, &claim, now).await? {
        return Ok(Err(wait));
    }
    let found = by_card(db, group_code, number).await?.and_then(|card| Some((card.person, card.passphrase?)));
    compare(db, found, passphrase, secrets, &claim).await
}

/// Enters by name and passphrase, or by the printed code that stands for a passphrase not yet chosen: mentors and staff.
///
/// # Errors
/// What the database says.
pub async fn enter_by_name(db: &Db, name: &str, passphrase: &str, secrets: &Secrets, now: Millis) -> Result<Entered> {
    let name = folded(name.trim());
    let claim = name_claim(&name);
    if let Some(wait) = try_once(db, &claim, now).await? {
        return Ok(Err(wait));
    }
    let mut on = db.read().await?;
    let found: Option<(Uuid, Option<String>, Option<String>, i64)> =
        row!(on, "select id, passphrase, code, code_used from person where folded = $1 and group_id is null", &name)?;
    drop(on);
    let found = found.map(|(person, passphrase, code, used)| (PersonId(person), passphrase, code.filter(|_| used == 0)));
    match found {
        Some((person, Some(hash), _)) => compare(db, Some((person, hash)), passphrase, secrets, &claim).await,
        Some((person, None, Some(hash))) => {
            let typed = OneTimeCode::parse(passphrase).map(|code| code.as_str().to_owned());
            compare(db, Some((person, hash)), typed.as_deref().unwrap_or(passphrase), secrets, &claim).await
        }
        Some((_, None, None)) | None => compare(db, None, passphrase, secrets, &claim).await,
    }
}

async fn compare(db: &Db, found: Option<(PersonId, String)>, passphrase: &str, secrets: &Secrets, claim: &[u8]) -> Result<Entered> {
    let Some((person, hash)) = found else {
        secrets.verify_nobody(passphrase).await?;
        return Ok(Err(SignInRefusal::NoMatch));
    };
    if !secrets.verify(passphrase, &hash).await? {
        return Ok(Err(SignInRefusal::NoMatch));
    }
    forget_tries(db, claim).await?;
    Ok(Ok(person))
}

/// Has the person no passphrase yet.
///
/// # Errors
/// [`StoreError::Absent`] for a person who is not there.
pub async fn needs_passphrase(db: &Db, person: PersonId) -> Result<bool> {
    let mut on = db.read().await?;
    let found: Option<Option<String>> = one!(on, "select passphrase from person where id = $1", person.0)?;
    Ok(found.ok_or(StoreError::Absent)?.is_none())
}

/// Sets the own passphrase, uses the card's code up and ends all sessions but the newest, which is the one it was chosen in.
///
/// # Errors
/// [`StoreError::Absent`] for a person who is not there.
pub async fn choose_passphrase(db: &Db, person: PersonId, passphrase: &str, secrets: &Secrets, _now: Millis) -> Result<()> {
    let hash = secrets.hash(passphrase).await?;
    let mut on = db.write().await?;
    if exec!(on, "update person set passphrase = $2, code_used = 1 where id = $1", person.0, hash)? == 0 {
        return Err(StoreError::Absent);
    }
    exec!(
        on,
        "delete from session where person = $1 and token <> (select token from session where person = $1 order by made desc, token limit 1)",
        person.0
    )?;
    on.commit().await
}

/// Is it the person's passphrase.
///
/// # Errors
/// What the database says.
pub async fn check_passphrase(db: &Db, person: PersonId, passphrase: &str, secrets: &Secrets) -> Result<bool> {
    let mut on = db.read().await?;
    let found: Option<Option<String>> = one!(on, "select passphrase from person where id = $1", person.0)?;
    drop(on);
    match found.flatten() {
        Some(hash) => secrets.verify(passphrase, &hash).await,
        None => secrets.verify_nobody(passphrase).await.map(|()| false),
    }
}

/// A code for a card, from the machine's own chance.
///
/// # Errors
/// [`StoreError::Hashing`] when the machine gives no random bytes.
pub fn new_code() -> Result<OneTimeCode> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Hashing(error.to_string()))?;
    Ok(OneTimeCode::from_random(bytes))
}

/// What came of giving a new code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reset {
    /// The code is new; what was before is over.
    Done,
    /// It was this code already, and waits to be typed; nothing changed.
    Already,
    /// It was this code, and a passphrase was chosen with it; nothing changed.
    Used,
}

/// Gives a trainee a new one-time code: the passphrase goes, sessions end, and the deed is audited. The same code again changes nothing.
///
/// # Errors
/// [`StoreError::WrongPermit`] when the person is not of the group that the permit was made for, [`StoreError::Taken`] when other codes are
/// given over and over meanwhile.
pub async fn reset_code(db: &Db, permit: Allowed<ResetCode<'_>>, code: &OneTimeCode, secrets: &Secrets, now: Millis) -> Result<Reset> {
    let hash = secrets.hash(code.as_str()).await?;
    let person = permit.deed().person;
    for _ in 0..RACES {
        // Compared before the transaction begins: it takes long, and whoever writes on a board would wait for it.
        let mut on = db.read().await?;
        let before: Option<Option<String>> = one!(on, "select code from person where id = $1", person.0)?;
        drop(on);
        let before = before.ok_or(StoreError::WrongPermit)?;
        let same = match &before {
            Some(kept) => secrets.verify(code.as_str(), kept).await?,
            None => false,
        };
        let mut on = db.write().await?;
        let found: Option<(Option<Uuid>, Option<String>, i64)> =
            row!(on, "update person set code_used = code_used where id = $1 returning group_id, code, code_used", person.0)?;
        let (group, kept, used) = found.ok_or(StoreError::WrongPermit)?;
        if group != Some(permit.deed().at.group.0) {
            return Err(StoreError::WrongPermit);
        }
        if kept != before {
            continue;
        }
        if same {
            return Ok(if used == 0 { Reset::Already } else { Reset::Used });
        }
        replace_code(&mut on.link(), person, hash, permit.by().0, now).await?;
        on.commit().await?;
        return Ok(Reset::Done);
    }
    Err(StoreError::Taken)
}

/// Gives anybody a new one-time code from the command line, which needs no permit but the database itself. Audited like [`reset_code`].
///
/// # Errors
/// [`StoreError::Absent`] for a person who is not there.
pub async fn give_code(db: &Db, person: PersonId, code: &OneTimeCode, secrets: &Secrets, now: Millis) -> Result<()> {
    let hash = secrets.hash(code.as_str()).await?;
    let mut on = db.write().await?;
    replace_code(&mut on.link(), person, hash, Uuid::nil(), now).await?;
    on.commit().await
}

pub(super) async fn replace_code(on: &mut Link<'_>, person: PersonId, hash: String, by: Uuid, now: Millis) -> Result<()> {
    let known: Option<(Uuid, String, Option<String>, Option<i64>)> = row!(
        *on,
        "select p.edition, p.folded, g.code, p.number from person p left join groups g on g.id = p.group_id where p.id = $1",
        person.0
    )?;
    let (edition, name, group_code, number) = known.ok_or(StoreError::Absent)?;
    exec!(*on, "update person set code = $2, code_used = 0, passphrase = null where id = $1", person.0, hash)?;
    exec!(*on, "delete from session where person = $1", person.0)?;
    let claim = match group_code.zip(number.and_then(|number| u32::try_from(number).ok())) {
        Some((group_code, number)) => card_claim(&group_code, number),
        None => name_claim(&name),
    };
    exec!(*on, "delete from tries where claim = $1", claim)?;
    exec!(
        *on,
        "insert into audit (id, edition, by_person, deed, about, at) values ($1, $2, $3, 'reset_code', $4, $5)",
        new_id(),
        edition,
        by,
        person.0,
        now.0
    )?;
    Ok(())
}

struct Card {
    person: PersonId,
    passphrase: Option<String>,
    code: Option<String>,
    code_used: i64,
}

async fn by_card(db: &Db, group_code: &str, number: u32) -> Result<Option<Card>> {
    let mut on = db.read().await?;
    let found: Option<(Uuid, Option<String>, Option<String>, i64)> = row!(
        on,
        "select p.id, p.passphrase, p.code, p.code_used from person p join groups g on g.id = p.group_id where g.code = $1 and p.number = $2",
        as_printed(group_code),
        i64::from(number)
    )?;
    Ok(found.map(|(person, passphrase, code, code_used)| Card { person: PersonId(person), passphrase, code, code_used }))
}

/// A group's code as it stands on cards: capitals, no spaces.
pub(super) fn as_printed(group_code: &str) -> String {
    group_code.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}

fn card_claim(group_code: &str, number: u32) -> Vec<u8> {
    hashed(&format!("card\n{}\n{number}", as_printed(group_code)))
}

fn name_claim(folded: &str) -> Vec<u8> {
    hashed(&format!("name\n{folded}"))
}

pub(crate) fn hashed(claim: &str) -> Vec<u8> {
    Sha256::digest(claim.as_bytes()).to_vec()
}

/// Counts a try before it is judged, so that many at once count too. Answers the wait when it is not yet time.
pub(crate) async fn try_once(db: &Db, claim: &[u8], now: Millis) -> Result<Option<SignInRefusal>> {
    let mut on = db.write().await?;
    let tries: Option<(i64, i64)> = row!(
        on,
        "insert into tries (claim, count, last) values ($1, 0, $2) on conflict (claim) do update set count = tries.count returning count, last",
        claim,
        now.0
    )?;
    let (count, last) = tries.unwrap_or_default();
    let wait = if count < FREE_TRIES { 0 } else { (10_000 << (count - FREE_TRIES).min(10)).min(LONGEST_WAIT) };
    let left = last + wait - now.0;
    if wait > 0 && left > 0 {
        return Ok(Some(SignInRefusal::Wait(u32::try_from((left + 999) / 1000).unwrap_or(u32::MAX))));
    }
    exec!(on, "update tries set count = count + 1, last = $2 where claim = $1", claim, now.0)?;
    on.commit().await?;
    Ok(None)
}

pub(crate) async fn forget_tries(db: &Db, claim: &[u8]) -> Result<()> {
    let mut on = db.write().await?;
    exec!(on, "delete from tries where claim = $1", claim)?;
    on.commit().await
}
