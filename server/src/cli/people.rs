//! `fikra demo-people`: one screen that says how to enter a demo. It prints the fixed secrets, which exist in a demo only.

use super::Fault;
use server::{DEMO_PASSPHRASE, Door, Key, demo_doors, seed::cast};
use shared::access::Role;
use std::collections::BTreeMap;
use store::Db;

/// Ventures whose whole team is shown: of the first mentor's groups, at the beginning and further on, in both scripts.
const SHOWN: [&str; 4] = ["قطرة", "Confiture d'Écart", "بيت آمن", "Plombi 3ndek"];

/// Prints it.
pub async fn print(db: &Db) -> Result<(), Fault> {
    let doors = demo_doors(db).await?;
    if doors.is_empty() {
        return Err(Fault::refused("These people are not invented: only a database filled with fikra seed --demo has fixed ways in."));
    }
    print!("{}", screen(&doors));
    Ok(())
}

fn screen(doors: &[Door]) -> String {
    let mut lines = vec![format!("Everybody here is invented. Passphrase of all: {DEMO_PASSPHRASE}"), String::new()];
    lines.push("By name:".to_owned());
    for door in doors.iter().filter(|door| door.card.is_none()) {
        lines.push(format!("  {:<7} {:<20} {}", role(door.role), door.name, place(&door.name)));
    }
    lines.extend([String::new(), "By group and number:".to_owned()]);
    let near = |group: &str| cast::MENTORS[0].groups.contains(&group);
    let teams = doors.iter().filter_map(|door| Some((door, door.card.as_ref()?, door.venture.as_deref()?)));
    for (door, (group, number), venture) in teams.filter(|(.., venture)| SHOWN.contains(venture)) {
        lines.push(format!("  {group} {number:>2}  {:<20} {venture}", door.name));
    }
    let first = doors.iter().find(|door| door.key == Key::Code && door.card.as_ref().is_some_and(|(group, _)| near(group)));
    if let Some((Door { name, .. }, (group, number))) = first.and_then(|door| Some((door, door.card.as_ref()?))) {
        lines.push(format!("  {group} {number:>2}  {name:<20} has not entered yet: code {}", Key::Code.typed()));
    }
    lines.extend([String::new(), "The others, by group and number (the last two of each group with the code):".to_owned()]);
    let mut sizes: BTreeMap<&str, u32> = BTreeMap::new();
    for (group, number) in doors.iter().filter_map(|door| door.card.as_ref()) {
        let size = sizes.entry(group).or_default();
        *size = (*size).max(*number);
    }
    let all: Vec<String> = sizes.into_iter().map(|(group, size)| format!("{group} 1-{size}")).collect();
    lines.extend(all.chunks(7).map(|row| format!("  {}", row.join(", "))));
    lines.push(String::new());
    lines.join("\n")
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Trainee => "trainee",
        Role::Mentor => "mentor",
        Role::Staff => "staff",
    }
}

/// Where somebody who enters by name is at work.
fn place(name: &str) -> String {
    if let Some(mentor) = cast::MENTORS.iter().find(|mentor| mentor.name == name) {
        return mentor.groups.join(", ");
    }
    match cast::STAFF.iter().find(|staff| staff.name == name).map(|staff| &staff.reach) {
        Some(cast::Reach::Everything) => "all regions".to_owned(),
        Some(cast::Reach::Region(region)) => format!("region {region}"),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::PersonId;

    #[test]
    fn one_screen_says_how_to_enter() {
        let door = |role, card: Option<(&str, u32)>, key, venture: Option<&str>| Door {
            person: PersonId(uuid::Uuid::nil()),
            name: "Nadia Belhaj".to_owned(),
            role,
            card: card.map(|(group, number)| (group.to_owned(), number)),
            key,
            venture: venture.map(str::to_owned),
        };
        let said = screen(&[
            door(Role::Mentor, None, Key::Passphrase, None),
            door(Role::Trainee, Some(("OUJ1", 1)), Key::Passphrase, Some(SHOWN[3])),
            door(Role::Trainee, Some(("OUJ1", 2)), Key::Passphrase, Some("another")),
            door(Role::Trainee, Some(("OUJ1", 3)), Key::Code, None),
        ]);
        assert!(said.contains("mentor  Nadia Belhaj") && said.contains("OUJ1, BER1"), "{said}");
        assert!(said.contains("OUJ1  1") && !said.contains("OUJ1  2") && said.contains("code DEMO-CARD"), "{said}");
        assert!(said.contains("OUJ1 1-3"), "{said}");
    }
}
