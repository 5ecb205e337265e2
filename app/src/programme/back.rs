//! What the path page is told by the form that led to it: what came of it, or what is wrong and what was typed. It travels in the address.

use crate::locale::{Key, key};
use leptos::prelude::WithUntracked;
use leptos_router::{hooks::use_query_map, params::ParamsMap};
use shared::ids::VentureId;

/// What came of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Asked,
    Signed,
    Refused,
    Withdrawn,
    Already,
    NotNext,
    TooLate,
    Aside,
    AsideAlready,
    TakenUp,
}

impl Said {
    const ALL: [(Self, &'static str, Key); 10] = [
        (Self::Asked, "asked", key::GATES_SAID_ASKED),
        (Self::Signed, "signed", key::GATES_SAID_SIGNED),
        (Self::Refused, "refused", key::GATES_SAID_REFUSED),
        (Self::Withdrawn, "withdrawn", key::GATES_SAID_WITHDRAWN),
        (Self::Already, "already", key::GATES_SAID_ALREADY),
        (Self::NotNext, "not_next", key::GATES_SAID_NOT_NEXT),
        (Self::TooLate, "too_late", key::GATES_SAID_TOO_LATE),
        (Self::Aside, "aside", key::GATES_SAID_ASIDE),
        (Self::AsideAlready, "aside_already", key::GATES_SAID_ASIDE_ALREADY),
        (Self::TakenUp, "taken_up", key::GATES_SAID_TAKEN_UP),
    ];

    /// Of the page being read.
    pub(super) fn here() -> Option<Key> {
        let code = asked("said");
        Self::ALL.into_iter().find(|(_, known, _)| *known == code).map(|(.., key)| key)
    }

    fn code(self) -> &'static str {
        Self::ALL.into_iter().find(|(said, ..)| *said == self).map_or("", |(_, code, _)| code)
    }
}

/// A form of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Sign,
    Refuse,
    Aside,
}

impl Form {
    fn code(self) -> &'static str {
        match self {
            Self::Sign => "sign",
            Self::Refuse => "refuse",
            Self::Aside => "aside",
        }
    }
}

/// What is wrong with a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Empty,
    TooLong,
    NotTicked,
    NoExit,
    NoDay,
    NotSure,
}

impl Fault {
    const ALL: [(Self, &'static str, Key); 6] = [
        (Self::Empty, "empty", key::GATES_FAULT_EMPTY),
        (Self::TooLong, "too_long", key::GATES_FAULT_TOO_LONG),
        (Self::NotTicked, "not_ticked", key::GATES_FAULT_NOT_TICKED),
        (Self::NoExit, "no_exit", key::GATES_FAULT_NO_EXIT),
        (Self::NoDay, "no_day", key::GATES_FAULT_NO_DAY),
        (Self::NotSure, "not_sure", key::GATES_FAULT_NOT_SURE),
    ];

    fn code(self) -> &'static str {
        Self::ALL.into_iter().find(|(fault, ..)| *fault == self).map_or("", |(_, code, _)| code)
    }
}

/// A form that came back.
#[derive(Clone, Debug, Default)]
pub(super) struct Returned {
    /// What is wrong.
    pub(super) fault: Option<(Fault, Key)>,
    /// What was typed.
    pub(super) typed: String,
    /// What was chosen.
    pub(super) chosen: String,
}

impl Returned {
    /// Of the page being read; nothing when another form came back.
    pub(super) fn of(form: Form) -> Self {
        if asked("form") != form.code() {
            return Self::default();
        }
        let code = asked("fault");
        let fault = Fault::ALL.into_iter().find(|(_, known, _)| *known == code).map(|(fault, _, key)| (fault, key));
        Self { fault, typed: asked("typed"), chosen: asked("chosen") }
    }
}

/// To the path, with what came of it.
pub(super) fn told(venture: VentureId, said: Said) {
    leptos_axum::redirect(&format!("/v/{venture}/path?said={}", said.code()));
}

/// Back to the form, with what is wrong and what was typed.
pub(super) fn returned(venture: VentureId, form: Form, fault: Fault, typed: &str, chosen: &str) {
    let mut query = ParamsMap::new();
    query.insert("form", form.code().to_owned());
    query.insert("fault", fault.code().to_owned());
    query.insert("typed", typed.chars().take(600).collect::<String>());
    query.insert("chosen", chosen.chars().take(40).collect::<String>());
    leptos_axum::redirect(&format!("/v/{venture}/path{}#{}", query.to_query_string(), form.code()));
}

fn asked(name: &str) -> String {
    use_query_map().with_untracked(|query| query.get_str(name).unwrap_or_default().to_owned())
}
