//! What mentors and peers wrote on a demo board, with what the teams answered. Each thread is anchored as a person's would be.

use super::{
    SeedError,
    calendar::Calendar,
    data::{On, Reply, Speaker, State, Thread, Venture},
    pen::Person,
    people::Group,
    writing::Written,
};
use app::board::anchor;
use shared::{
    access::Role,
    feedback::{Says, Side, ThreadKind, ThreadState},
    ids::{PersonId, RemarkId, ThreadId, VentureId},
    reference,
};
use store::{
    Db,
    feedback::{self, Imported, ImportedRemark, NewThread},
    new_id,
};

/// Who speaks on a board.
pub struct Speakers<'a> {
    group: &'a Group,
    team: &'a [Person],
}

impl<'a> Speakers<'a> {
    /// Of a venture.
    pub fn new(group: &'a Group, team: &'a [Person]) -> Self {
        Self { group, team }
    }

    /// Somebody in that part; the n-th thread picks among several.
    fn one(&self, speaker: Speaker, n: usize) -> Result<PersonId, SeedError> {
        match speaker {
            // Another team sees nothing of this one; what it says in class, the mentor writes down.
            Speaker::Mentor | Speaker::Peer => Ok(self.group.mentor),
            Speaker::Trainee => self.team.get(n % self.team.len().max(1)).map(|member| member.id).ok_or(SeedError::Data("an empty team")),
        }
    }
}

/// Brings in the threads of a venture; `first` is how many came before them in the whole demo.
///
/// # Errors
/// See [`SeedError`].
pub async fn import(
    db: &Db,
    id: VentureId,
    venture: &Venture,
    board: &Written,
    speakers: &Speakers<'_>,
    calendar: &Calendar,
    first: usize,
) -> Result<(), SeedError> {
    let templates = reference::templates(venture.lang());
    for (n, thread) in (first..).zip(&venture.threads) {
        let place = match &thread.on {
            On::Note { template, block, note_index } => board.note(template, block, *note_index),
            On::Screen { screen } => board.screen(screen),
        };
        let anchor =
            place.and_then(|place| anchor::of(&board.document, &templates, place)).ok_or(SeedError::Data("a thread on nothing"))?;
        let talk = calendar.thread(n, thread.state, thread.replies.len());
        let remark = |(k, reply): (usize, &Reply)| {
            Ok(ImportedRemark {
                id: RemarkId(new_id()),
                author: speakers.one(reply.author_role, n + k)?,
                side: side(reply.author_role),
                words: reply.text.clone(),
                says: if k + 1 == thread.replies.len() { says(thread) } else { Says::Words },
                at: talk.answer(k, thread.replies.len(), thread.state),
            })
        };
        let past = Imported {
            thread: NewThread {
                id: ThreadId(new_id()),
                remark: RemarkId(new_id()),
                kind: thread.kind,
                anchor,
                words: thread.text.clone(),
                role: role(thread.author_role),
            },
            venture: id,
            author: speakers.one(thread.author_role, n)?,
            at: talk.begun,
            state: state(thread),
            since: talk.since,
            remarks: thread.replies.iter().enumerate().map(remark).collect::<Result<_, SeedError>>()?,
        };
        feedback::import(db, past).await?;
    }
    Ok(())
}

fn role(speaker: Speaker) -> Role {
    match speaker {
        Speaker::Mentor | Speaker::Peer => Role::Mentor,
        Speaker::Trainee => Role::Trainee,
    }
}

fn side(speaker: Speaker) -> Side {
    match speaker {
        Speaker::Mentor | Speaker::Peer => Side::Mentor,
        Speaker::Trainee => Side::Team,
    }
}

/// A team that answers a must-do says that it is done.
fn says(thread: &Thread) -> Says {
    let team = thread.replies.last().is_some_and(|reply| side(reply.author_role) == Side::Team);
    if team && thread.kind == ThreadKind::MustFix { Says::Done } else { Says::Words }
}

/// Whose turn it is follows from who spoke last.
fn state(thread: &Thread) -> ThreadState {
    match thread.state {
        State::Resolved => ThreadState::Resolved,
        State::Open | State::Answered => {
            let last = thread.replies.last().map_or(thread.author_role, |reply| reply.author_role);
            ThreadState::ToHandle.after(side(last), says(thread))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::data;

    #[test]
    fn threads_stand_in_all_four_columns() {
        let ventures = data::ventures().unwrap();
        let mut counts = [0; 4];
        for thread in ventures.iter().flat_map(|venture| &venture.threads) {
            counts[ThreadState::ALL.iter().position(|column| *column == state(thread)).unwrap()] += 1;
        }
        assert_eq!(counts.iter().sum::<i32>(), 121);
        assert_eq!(counts, [35, 41, 11, 34]);
    }
}
