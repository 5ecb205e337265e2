//! Behind the server functions of ventures: who, load, judge, write, answer. Only on the server.

use super::api::Page;
use super::joining::{self, TeamView};
use crate::context::{actor, now, site, visit};
use crate::error::{AppError, AppResult};
use crate::prototypes::weight_of_first;
use shared::{
    Lang,
    access::{AddTeammate, CreateVenture, EditVenture, SeeNotices, SeeVenture, TEAM_LIMIT, Wish, allow},
    feedback::ThreadState,
    ids::{PersonId, VentureId},
    notices::Notice,
    programme::Named,
    reference, starting,
    ventures::{FieldFault, Gate, Member, Seer, Venture, VentureForm},
};

/// Longest words for somebody's part in a team, in characters.
const PART_MAX: usize = 60;

/// What the form of a venture offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The themes.
    pub themes: Vec<Named>,
    /// The communes of the region, under their provinces.
    pub places: Vec<(String, Vec<Named>)>,
}

/// A prototype in the list of a venture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Playable {
    /// Its record on the board.
    pub record: String,
    /// Its name; may be empty.
    pub name: String,
    /// Its screens.
    pub screens: u32,
    /// What the photos of its first screen weigh.
    pub bytes: u64,
}

/// A venture with what stands on its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VentureView {
    /// The venture.
    pub venture: Venture,
    /// The name of its last gate.
    pub gate: String,
    /// The name of its theme.
    pub theme: String,
    /// The name of its place; may be empty.
    pub place: String,
    /// Its prototypes.
    pub prototypes: Vec<Playable>,
    /// Threads by state, in the order of the columns.
    pub threads: [u32; 4],
    /// Trainees who may still join; only for those who may add them.
    pub free: Vec<Member>,
    /// Who may see it besides the team.
    pub seers: Vec<Seer>,
    /// Whether it is invented: then a guest may play its prototype.
    pub demo: bool,
    /// The gates that were signed, with their names.
    pub signed: Vec<(Gate, Named)>,
    /// What may be done about the team.
    pub team: TeamView,
    /// What staff and mentors wrote to each other about it; nothing for its team.
    pub notices: Vec<Notice>,
    /// What the form offers; only for those who may change the venture.
    pub choices: Option<Choices>,
}

/// Whether the reader may start a venture: the page of the question asks.
pub(super) fn may_start() -> AppResult<()> {
    let who = actor()?;
    allow(&who, CreateVenture { group: who.group().ok_or(AppError::Forbidden)? })?;
    Ok(())
}

/// The themes, and the communes of a region under their provinces.
fn choices(region: &str, lang: Lang) -> Choices {
    let hcp = reference::regions().iter().find(|r| r.code == region).map_or("", |r| r.hcp_code.as_str());
    let places = reference::provinces()
        .iter()
        .filter(|province| province.province == hcp)
        .map(|province| {
            let mut communes: Vec<Named> = reference::communes()
                .iter()
                .filter(|commune| commune.province == province.code)
                .map(|commune| Named { id: commune.code.clone(), name: commune.name(lang).to_owned() })
                .collect();
            communes.sort_by_key(|commune| shared::accounts::folded(&commune.name));
            (province.name(lang).to_owned(), communes)
        })
        .collect();
    Choices { themes: reference::themes(lang), places }
}

pub(crate) async fn page(id: VentureId) -> AppResult<VentureView> {
    let (who, site, lang) = (actor()?, site(), visit().lang);
    let venture = store::ventures::venture(&site.db, id).await?.ok_or(AppError::Hidden)?;
    allow(&who, SeeVenture { at: &venture.at })?;
    let may_edit = allow(&who, EditVenture { at: &venture.at }).is_ok();
    let members = u32::try_from(venture.team.len()).unwrap_or(TEAM_LIMIT);
    let may_add = allow(&who, AddTeammate { at: &venture.at, their_group: venture.at.group, members, wish: Wish::Silent }).is_ok();
    let document = site.boards.open(id).await?;
    let mut prototypes = Vec::new();
    for prototype in document.prototypes() {
        prototypes.push(Playable {
            record: prototype.id.to_string(),
            name: prototype.words().to_owned(),
            screens: u32::try_from(document.screens(prototype.id).count()).unwrap_or(u32::MAX),
            bytes: weight_of_first(&document, prototype.id).await?,
        });
    }
    let gates = reference::gates(lang);
    let signed = store::ventures::signed(&site.db, id).await?.into_iter().filter_map(|gate| {
        let name = gates.iter().find(|words| words.gate == gate)?.name.clone();
        Some((gate, Named { id: gate.code(), name }))
    });
    let signed = signed.collect();
    Ok(VentureView {
        signed,
        gate: gates.get(usize::from(venture.gate.0)).map(|g| g.name.clone()).unwrap_or_default(),
        theme: reference::themes(lang).into_iter().find(|t| t.id == venture.theme).map(|t| t.name).unwrap_or_default(),
        place: place_words(&venture.place, lang),
        prototypes,
        threads: thread_numbers(&site, id).await?,
        free: if may_add { store::ventures::free_trainees(&site.db, id).await? } else { Vec::new() },
        seers: store::ventures::seers(&site.db, &venture.at).await?,
        demo: site.demo,
        team: joining::view(&site, &who, &venture).await?,
        notices: match allow(&who, SeeNotices { at: &venture.at }) {
            Ok(_) => store::notices::about(&site.db, &venture.at).await?,
            Err(_) => Vec::new(),
        },
        choices: may_edit.then(|| choices(&venture.at.region, lang)),
        venture,
    })
}

/// The name of a commune; what is stored where it is no code.
pub(crate) fn place_words(place: &str, lang: Lang) -> String {
    reference::place_name(place, lang).unwrap_or(place).to_owned()
}

/// Threads of a venture by state, in the order of the columns.
pub(crate) async fn thread_numbers(site: &crate::context::Site, venture: VentureId) -> AppResult<[u32; 4]> {
    let threads = store::feedback::of_venture(&site.db, venture).await?;
    Ok(ThreadState::ALL.map(|state| u32::try_from(threads.iter().filter(|c| c.thread.state == state).count()).unwrap_or(u32::MAX)))
}

pub(super) async fn edit(id: VentureId, form: VentureForm) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = load(&site, id).await?;
    let permit = allow(&who, EditVenture { at: &venture.at })?;
    let (page, form) = (format!("/v/{id}"), trimmed(form));
    if let Some((field, fault)) = fault(&form) {
        return Err(AppError::Field(field.to_owned(), fault));
    }
    store::ventures::edit(&site.db, permit, &form, now()).await?;
    leptos_axum::redirect(&page);
    Ok(())
}

pub(super) async fn add_teammate(id: VentureId, person: PersonId, part: &str, from: Page) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let venture = load(&site, id).await?;
    allow(&who, SeeVenture { at: &venture.at })?;
    let theirs = store::accounts::person_locus(&site.db, person).await?.ok_or(AppError::Hidden)?;
    let members = u32::try_from(venture.team.len()).unwrap_or(TEAM_LIMIT);
    if members >= TEAM_LIMIT {
        return Err(AppError::TeamFull);
    }
    let asked = store::ventures::join_wishes(&site.db, id).await?.iter().any(|wish| wish.person == person);
    let wish = if asked { Wish::Asked } else { Wish::Silent };
    let permit = allow(&who, AddTeammate { at: &venture.at, their_group: theirs.group, members, wish })?;
    let part: String = part.trim().chars().take(PART_MAX).collect();
    if !store::ventures::add_teammate(&site.db, permit, person, &part, now()).await? {
        let team = load(&site, id).await?.team;
        let joined = team.iter().any(|member| member.person == person);
        return if joined { Ok(()) } else { Err(AppError::TeamFull) };
    }
    leptos_axum::redirect(&from.address(id));
    Ok(())
}

pub(super) async fn load(site: &crate::context::Site, id: VentureId) -> AppResult<Venture> {
    store::ventures::venture(&site.db, id).await?.ok_or(AppError::Hidden)
}

/// The first fault of a form, the choices included.
fn fault(form: &VentureForm) -> Option<(&'static str, FieldFault)> {
    form.fault().or_else(|| {
        let known = form.theme.is_empty() || reference::themes(Lang::Fr).iter().any(|theme| theme.id == form.theme);
        let placed = form.place.is_empty() || reference::place_name(&form.place, Lang::Fr).is_some();
        match (known, placed) {
            (false, _) => Some(("theme", FieldFault::NotAChoice)),
            (true, false) => Some(("place", FieldFault::NotAChoice)),
            (true, true) => None,
        }
    })
}

fn trimmed(form: VentureForm) -> VentureForm {
    VentureForm { name: starting::plain(&form.name), idea: starting::plain(&form.idea), ..form }
}
