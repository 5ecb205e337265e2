//! What `fikra group list` and `fikra user list` print: lines for people and for `grep`, with the words that other commands take. Pure.

use shared::access::{Role, Scope};
use std::fmt::Write;
use store::accounts::{GroupLine, StaffLine, TraineeRow};

/// The establishments, each with the id that `--scope` takes, and the groups of each.
pub fn groups(all: &[GroupLine]) -> String {
    let mut out = String::new();
    let mut last = None;
    for group in all {
        if last != Some(group.establishment) {
            let gap = if last.is_some() { "\n" } else { "" };
            let _ = writeln!(
                out,
                "{gap}{} · {} · {} · establishment:{}",
                group.establishment_name, group.town, group.region, group.establishment
            );
            last = Some(group.establishment);
        }
        let mentors = if group.mentors.is_empty() { "no mentor".to_owned() } else { group.mentors.join(", ") };
        let _ = writeln!(
            out,
            "  {:<12} {:<32} {:>4} trainees, {:>4} not entered yet · {mentors}",
            group.code, group.name, group.trainees, group.waiting
        );
    }
    if all.is_empty() {
        out.push_str("There is no group yet: make one with fikra group create.\n");
    }
    out
}

/// Mentors and staff, each with their scopes as `--scope` takes them.
pub fn people(all: &[StaffLine], groups: &[GroupLine]) -> String {
    let mut out = String::new();
    for person in all {
        let reach: Vec<String> = person.grants.iter().map(|grant| scope(&grant.scope, groups)).collect();
        let reach = if reach.is_empty() { "reaches nothing".to_owned() } else { reach.join(" ") };
        let role = match person.grants.first().map(|grant| grant.role) {
            Some(Role::Staff) => "staff",
            Some(Role::Mentor) => "mentor",
            Some(Role::Trainee) | None => "-",
        };
        let _ = writeln!(out, "{:<7} {:<28} {reach}", role, person.name);
    }
    if all.is_empty() {
        out.push_str("There is nobody yet: begin with fikra init.\n");
    }
    out
}

/// The trainees of a group, by number.
pub fn trainees(all: &[TraineeRow]) -> String {
    let mut out = String::new();
    for trainee in all {
        let entered = if trainee.entered { "has entered" } else { "has not entered yet" };
        let _ = writeln!(out, "{:>4}  {:<32} {entered}", trainee.number, trainee.name);
    }
    if all.is_empty() {
        out.push_str("The group has nobody yet: take its list in with fikra group import.\n");
    }
    out
}

fn scope(scope: &Scope, groups: &[GroupLine]) -> String {
    match scope {
        Scope::Edition(_) => "edition".to_owned(),
        Scope::Region(code) => format!("region:{code}"),
        Scope::Establishment(id) => format!("establishment:{id}"),
        Scope::Group(id) => {
            let code = groups.iter().find(|group| group.id == *id).map(|group| group.code.clone());
            format!("group:{}", code.unwrap_or_else(|| id.to_string()))
        }
        Scope::Venture(id) => format!("venture:{id}"),
        Scope::Free(_) => "no group at present".to_owned(),
    }
}
