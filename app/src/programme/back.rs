//! What the path page is told by the form that led to it: what came of it. It travels in the address.

use crate::locale::{Key, key};
use leptos::prelude::WithUntracked;
use leptos_router::hooks::use_query_map;
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

/// To the path, with what came of it.
pub(super) fn told(venture: VentureId, said: Said) {
    leptos_axum::redirect(&format!("/v/{venture}/path?said={}", said.code()));
}

fn asked(name: &str) -> String {
    use_query_map().with_untracked(|query| query.get_str(name).unwrap_or_default().to_owned())
}
