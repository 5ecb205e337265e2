//! People: how they enter, what they may reach, and the groups they stand in. It judges nothing but secrets.

mod cards;
mod entry;
mod figures;
mod groups;
mod names;
mod newcomers;
mod people;
mod residents;
mod roll;
mod sessions;

pub use cards::{drawn_code, new_draw, renew_cards};
pub use entry::{
    Reset, check_passphrase, choose_passphrase, enter_by_name, enter_with_code, enter_with_passphrase, give_code, needs_passphrase,
    new_code, reset_code,
};
pub(crate) use entry::{forget_tries, hashed, try_once};
pub use figures::{GroupCounts, counts_of_mentor};
pub use groups::{GroupInfo, TraineeRow, group, group_by_code, groups_of_edition, groups_of_mentor, town_of_group, trainees};
pub use names::{Named, correct_name, named, set_name};
pub use newcomers::{NewcomersGroup, newcomer};
pub use people::{
    DemoPerson, NewStaff, NewTrainee, add_grant, create_edition, create_establishment, create_group, create_staff, create_trainee,
    create_trainees, demo_people, editions, establishment_named, is_demo, people_named, person_locus, set_demo, set_lang, set_secret,
};
pub use residents::residents;
pub use roll::{GroupLine, StaffLine, end_access, roll, staff};
pub use sessions::{actor_of, close_session, close_sessions_of, open_session, prune_sessions};
pub(crate) use sessions::{grant, role_code, role_from};
