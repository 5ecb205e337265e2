//! Which of a group's people or ventures are listed: what each of its figures leads to.

use crate::locale::{Key, PluralKey, key};
use store::accounts::GroupCounts;

/// What is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Everybody.
    #[default]
    All,
    /// Whose card still waits.
    Never,
    /// Who works with nobody.
    NoTeam,
    /// Who has no venture.
    NoVenture,
    /// Who wrote on a board this week.
    Active,
    /// Ventures with remarks that wait for the mentor.
    Waiting,
}

impl Show {
    /// In the order of the figures.
    pub(super) const FIGURES: [Self; 5] = [Self::Waiting, Self::Never, Self::NoTeam, Self::NoVenture, Self::Active];

    /// As it stands in the address.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Never => "never",
            Self::NoTeam => "no-team",
            Self::NoVenture => "no-venture",
            Self::Active => "active",
            Self::Waiting => "waiting",
        }
    }

    /// From the address; everybody where it says nothing known.
    pub(super) fn of(word: Option<&str>) -> Self {
        Self::FIGURES.into_iter().find(|show| Some(show.word()) == word).unwrap_or_default()
    }

    /// How many.
    pub(super) fn count(self, counts: &GroupCounts) -> u32 {
        match self {
            Self::All => counts.trainees,
            Self::Never => counts.never,
            Self::NoTeam => counts.no_team,
            Self::NoVenture => counts.no_venture,
            Self::Active => counts.active,
            Self::Waiting => counts.waiting,
        }
    }

    /// What stands under the figure.
    pub(super) fn said(self) -> PluralKey {
        match self {
            Self::All => key::GROUPS_FIGURE_ALL,
            Self::Never => key::GROUPS_FIGURE_NEVER,
            Self::NoTeam => key::GROUPS_FIGURE_NO_TEAM,
            Self::NoVenture => key::GROUPS_FIGURE_NO_VENTURE,
            Self::Active => key::GROUPS_FIGURE_ACTIVE,
            Self::Waiting => key::GROUPS_FIGURE_WAITING,
        }
    }

    /// What heads its list.
    pub(super) fn title(self) -> Key {
        match self {
            Self::All => key::GROUPS_LIST,
            Self::Never => key::GROUPS_TITLE_NEVER,
            Self::NoTeam => key::GROUPS_TITLE_NO_TEAM,
            Self::NoVenture => key::GROUPS_TITLE_NO_VENTURE,
            Self::Active => key::GROUPS_TITLE_ACTIVE,
            Self::Waiting => key::GROUPS_TITLE_WAITING,
        }
    }

    /// What is said where nobody is of that sort.
    pub(super) fn nobody(self) -> Key {
        match self {
            Self::All => key::GROUPS_NOBODY_ALL,
            Self::Never => key::GROUPS_NOBODY_NEVER,
            Self::NoTeam => key::GROUPS_NOBODY_NO_TEAM,
            Self::NoVenture => key::GROUPS_NOBODY_NO_VENTURE,
            Self::Active => key::GROUPS_NOBODY_ACTIVE,
            Self::Waiting => key::GROUPS_NOBODY_WAITING,
        }
    }

    /// What is said below that.
    pub(super) fn nobody_more(self) -> Key {
        match self {
            Self::All => key::GROUPS_NONE_ALL,
            Self::Never => key::GROUPS_NONE_NEVER,
            Self::NoTeam => key::GROUPS_NONE_NO_TEAM,
            Self::NoVenture => key::GROUPS_NONE_NO_VENTURE,
            Self::Active => key::GROUPS_NONE_ACTIVE,
            Self::Waiting => key::GROUPS_NONE_WAITING,
        }
    }

    /// Whether it is well that nobody is of that sort.
    pub(super) fn is_well(self) -> bool {
        match self {
            Self::Never | Self::NoTeam | Self::NoVenture | Self::Waiting => true,
            Self::All | Self::Active => false,
        }
    }
}
