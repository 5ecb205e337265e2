//! The edition, establishments, groups and people of the demo. Everybody has the same passphrase; a few trainees of each group still hold the card
//! they enter with the first time.

use super::{
    SeedError,
    cast::{self, CLASSES, CODE, MENTORS, PASSPHRASE, Reach, STAFF},
    data::Venture,
    pen::Person,
};
use shared::{
    Lang, Millis,
    access::{Locus, Role, Scope},
    accounts::{EditionName, OneTimeCode},
    ids::{EditionId, GroupId, PersonId},
    reference,
};
use std::collections::HashMap;
use store::{
    Db,
    accounts::{self, NewStaff, NewTrainee},
    secrets::Secrets,
};

/// What the edition is called, in French and in Arabic.
const EDITION: [&str; 2] = ["Première édition · démonstration", "الدورة الأولى · عرض تجريبي"];

/// Who is there.
pub struct People {
    /// By place in [`CLASSES`].
    pub groups: Vec<Group>,
    /// The member of the staff who reaches everything.
    pub staff: PersonId,
}

/// A group with those who belong to it.
pub struct Group {
    /// Where it stands.
    pub at: Locus,
    /// Who accompanies it.
    pub mentor: PersonId,
    /// Members of its ventures' teams, by the venture's name in the data.
    pub teams: HashMap<String, Vec<Person>>,
    /// Everybody in it, by number.
    pub trainees: Vec<Person>,
}

struct Making<'a> {
    db: &'a Db,
    secrets: Secrets,
    edition: EditionId,
    now: Millis,
}

/// Makes everybody.
///
/// # Errors
/// See [`SeedError`].
pub async fn make(db: &Db, ventures: &[Venture], now: Millis) -> Result<People, SeedError> {
    let edition = accounts::create_edition(db, EditionName::new(EDITION[0], Some(EDITION[1])), now).await?;
    accounts::set_demo(db).await?;
    let making = Making { db, secrets: Secrets::cheap(), edition, now };
    let mut groups = Vec::new();
    let mut invented = 0;
    for (at, class) in CLASSES.iter().enumerate() {
        let of_class = ventures.iter().filter(|venture| class.towns.contains(&venture.city.as_str()));
        groups.push(making.group(class, of_class, cast::without_venture(at), &mut invented).await?);
    }
    for mentor in &MENTORS {
        let accompanied = |group: &str| CLASSES.iter().position(|class| class.code == group).ok_or(SeedError::Data("a mentor of no group"));
        let places: Vec<usize> = mentor.groups.iter().map(|group| accompanied(group)).collect::<Result<_, _>>()?;
        let stays = places.iter().filter(|at| !cast::LEFT.contains(&CLASSES[**at].code));
        let scopes = stays.map(|at| Scope::Group(groups[*at].at.group)).collect();
        let person = making.by_name(mentor.name, Role::Mentor, mentor.lang, scopes).await?;
        for at in places {
            groups[at].mentor = person;
        }
    }
    let mut national = None;
    for staff in &STAFF {
        let scope = match staff.reach {
            Reach::Everything => Scope::Edition(edition),
            Reach::Region(region) => Scope::Region(region.to_owned()),
        };
        let person = making.by_name(staff.name, Role::Staff, staff.lang, vec![scope]).await?;
        national.get_or_insert(person);
    }
    Ok(People { groups, staff: national.ok_or(SeedError::Data("no staff"))? })
}

impl Making<'_> {
    async fn by_name(&self, name: &str, role: Role, lang: Lang, scopes: Vec<Scope>) -> Result<PersonId, SeedError> {
        let new = NewStaff { name: name.to_owned(), role, scopes, edition: self.edition, lang };
        Ok(accounts::create_staff(self.db, new, PASSPHRASE, &self.secrets, self.now).await?)
    }

    async fn group(
        &self,
        class: &cast::Class,
        ventures: impl Iterator<Item = &Venture>,
        more: usize,
        invented: &mut usize,
    ) -> Result<Group, SeedError> {
        let town = class.towns.first().and_then(|town| reference::cities().iter().find(|city| city.id == *town));
        let town = town.ok_or(SeedError::Data("a group of no town"))?;
        let name = town.name.get(Lang::Fr);
        let establishment =
            accounts::create_establishment(self.db, self.edition, &town.region, &town.id, &format!("Institut de démonstration · {name}"))
                .await?;
        let group: GroupId = accounts::create_group(self.db, establishment, class.code, &format!("{name} · groupe 1")).await?;
        let mut roll = Vec::new();
        let mut teams: HashMap<String, Vec<Person>> = HashMap::new();
        for venture in ventures {
            for member in &venture.team {
                let person =
                    self.trainee(group, roll.len(), (&member.first_name, &member.last_name, venture.lang()), Enters::Already).await?;
                teams.entry(venture.slug.clone()).or_default().push(person.clone());
                roll.push(person);
            }
        }
        for left in (0..more).rev() {
            let enters = if left < cast::NOT_ENTERED as usize { Enters::ByCard } else { Enters::Already };
            roll.push(self.trainee(group, roll.len(), cast::trainee(*invented), enters).await?);
            *invented += 1;
        }
        let at = Locus { edition: self.edition, region: town.region.clone(), establishment, group, venture: None };
        // Nobody accompanies it until the mentors are made.
        Ok(Group { at, mentor: PersonId(uuid::Uuid::nil()), teams, trainees: roll })
    }

    async fn trainee(&self, group: GroupId, before: usize, name: (&str, &str, Lang), enters: Enters) -> Result<Person, SeedError> {
        let (first, last, lang) = name;
        let number = u32::try_from(before + 1).map_err(|_| SeedError::Data("too many trainees"))?;
        let new = NewTrainee { group, number, first: first.to_owned(), last: last.to_owned(), lang };
        let code = match enters {
            Enters::Already => None,
            Enters::ByCard => OneTimeCode::parse(CODE),
        };
        let id = accounts::create_trainee(self.db, new, code.as_ref(), &self.secrets, self.now).await?;
        if code.is_none() {
            accounts::set_secret(self.db, id, PASSPHRASE, &self.secrets).await?;
        }
        Ok(Person { id, name: format!("{first} {last}"), lang })
    }
}

/// How a trainee enters next.
#[derive(Clone, Copy)]
enum Enters {
    /// With the passphrase.
    Already,
    /// With the printed card.
    ByCard,
}
