//! The server's side of signing in. The forms are plain: each answer is a redirect, to the next page or back with the reason.

use crate::error::AppResult;
use leptos::server;

/// What the page about oneself says besides the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belonging {
    /// The group's code and name, for a trainee; the groups accompanied, for a mentor.
    pub groups: Vec<(String, String)>,
    /// Whether the first passphrase is still to be chosen.
    pub must_choose: bool,
}

/// First entry with the printed card.
#[server(prefix = "/api", endpoint = "accounts/enter_with_code")]
pub async fn enter_with_code(group: String, number: String, code: String) -> AppResult<()> {
    use crate::accounts::{Back, edge};
    use shared::accounts::{OneTimeCode, SignInRefusal};
    let kept = [("group", group.as_str()), ("number", number.as_str())];
    let (Ok(numbered), Some(code)) = (number.trim().parse::<u32>(), OneTimeCode::parse(&code)) else {
        edge::back("/", "code", Back::SignIn(SignInRefusal::NoMatch), &kept);
        return Ok(());
    };
    let site = crate::context::site();
    let answer = store::accounts::enter_with_code(&site.db, group.trim(), numbered, &code, &site.secrets, crate::context::now()).await;
    edge::enter(answer, "code", "/welcome", &kept).await
}

/// Later entries of a trainee.
#[server(prefix = "/api", endpoint = "accounts/enter_with_passphrase")]
pub async fn enter_with_passphrase(group: String, number: String, passphrase: String) -> AppResult<()> {
    use crate::accounts::{Back, edge};
    use shared::accounts::SignInRefusal;
    let kept = [("group", group.as_str()), ("number", number.as_str())];
    let Ok(numbered) = number.trim().parse::<u32>() else {
        edge::back("/", "passphrase", Back::SignIn(SignInRefusal::NoMatch), &kept);
        return Ok(());
    };
    let site = crate::context::site();
    let answer =
        store::accounts::enter_with_passphrase(&site.db, group.trim(), numbered, &passphrase, &site.secrets, crate::context::now()).await;
    edge::enter(answer, "passphrase", "/", &kept).await
}

/// Entry of mentors and staff.
#[server(prefix = "/api", endpoint = "accounts/enter_by_name")]
pub async fn enter_by_name(name: String, passphrase: String) -> AppResult<()> {
    use crate::accounts::edge;
    let site = crate::context::site();
    let answer = store::accounts::enter_by_name(&site.db, name.trim(), &passphrase, &site.secrets, crate::context::now()).await;
    edge::enter(answer, "name", "/", &[("name", name.as_str())]).await
}

/// The first passphrase of one's own.
#[server(prefix = "/api", endpoint = "accounts/choose_passphrase")]
pub async fn choose_passphrase(passphrase: String) -> AppResult<()> {
    use crate::accounts::{Back, edge, first::Step};
    use shared::access::Role;
    let who = crate::context::actor()?;
    let site = crate::context::site();
    if !store::accounts::needs_passphrase(&site.db, who.person).await? {
        leptos_axum::redirect(crate::chrome::home(who.role()));
        return Ok(());
    }
    if !shared::accounts::passphrase_fits(&passphrase) {
        edge::back("/welcome", "", Back::Length, &[]);
        return Ok(());
    }
    let next = match who.role() {
        Role::Trainee => Step::Language.address(),
        role @ (Role::Mentor | Role::Staff) => crate::chrome::home(role),
    };
    edge::renew(&who, &passphrase, next).await
}

/// Another passphrase; the present one must be known.
#[server(prefix = "/api", endpoint = "accounts/change_passphrase")]
pub async fn change_passphrase(present: String, passphrase: String) -> AppResult<()> {
    use crate::accounts::{Back, edge};
    let who = crate::context::actor()?;
    let site = crate::context::site();
    if !shared::accounts::passphrase_fits(&passphrase) {
        edge::back("/me", "", Back::Length, &[]);
    } else if !store::accounts::check_passphrase(&site.db, who.person, &present, &site.secrets).await? {
        edge::back("/me", "", Back::Present, &[]);
    } else {
        edge::renew(&who, &passphrase, "/me?changed=1").await?;
    }
    Ok(())
}

/// Where the person belongs.
///
/// # Errors
/// [`crate::error::AppError::SignIn`] when nobody is signed in.
pub async fn where_i_belong() -> AppResult<Belonging> {
    let who = crate::context::actor()?;
    let db = crate::context::site().db;
    let groups = match who.group() {
        Some(group) => store::accounts::group(&db, group).await?.into_iter().collect(),
        None => store::accounts::groups_of_mentor(&db, who.person).await?,
    };
    let must_choose = store::accounts::needs_passphrase(&db, who.person).await?;
    Ok(Belonging { groups: groups.into_iter().map(|group| (group.code, group.name)).collect(), must_choose })
}
