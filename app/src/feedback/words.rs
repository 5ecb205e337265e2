//! How kinds, states and what became of a place are said and drawn.

use crate::locale::{Words, key};
use crate::ui::{Glyph, PinState, Tone};
use shared::feedback::{AnchorState, Thread, ThreadKind, ThreadState};

/// The word of a kind.
pub fn kind_word(words: Words, kind: ThreadKind) -> &'static str {
    words.get(match kind {
        ThreadKind::Question => key::FEEDBACK_QUESTION,
        ThreadKind::Strength => key::FEEDBACK_STRENGTH,
        ThreadKind::Suggestion => key::FEEDBACK_SUGGESTION,
        ThreadKind::MustFix => key::FEEDBACK_MUST_FIX,
    })
}

/// What a kind is for, beside its word in the picker.
pub(super) fn kind_help(words: Words, kind: ThreadKind) -> &'static str {
    words.get(match kind {
        ThreadKind::Question => key::FEEDBACK_QUESTION_HELP,
        ThreadKind::Strength => key::FEEDBACK_STRENGTH_HELP,
        ThreadKind::Suggestion => key::FEEDBACK_SUGGESTION_HELP,
        ThreadKind::MustFix => key::FEEDBACK_MUST_FIX_HELP,
    })
}

/// The icon of a kind.
pub fn kind_glyph(kind: ThreadKind) -> Glyph {
    match kind {
        ThreadKind::Question => Glyph::Question,
        ThreadKind::Strength => Glyph::Star,
        ThreadKind::Suggestion => Glyph::Lightbulb,
        ThreadKind::MustFix => Glyph::Flag,
    }
}

/// The word of a state: a column of the feedback board.
pub fn state_word(words: Words, state: ThreadState) -> &'static str {
    words.get(match state {
        ThreadState::ToHandle => key::FEEDBACK_TO_HANDLE,
        ThreadState::Waiting => key::FEEDBACK_WAITING,
        ThreadState::ToCheck => key::FEEDBACK_TO_CHECK,
        ThreadState::Resolved => key::FEEDBACK_RESOLVED,
    })
}

/// The shape that goes with a state, beside its word.
pub(super) fn state_glyph(state: ThreadState) -> Glyph {
    match state {
        ThreadState::ToHandle => Glyph::ChatCircleDots,
        ThreadState::Waiting => Glyph::Circle,
        ThreadState::ToCheck => Glyph::CircleHalf,
        ThreadState::Resolved => Glyph::CheckCircle,
    }
}

/// Who is to speak next, as a colour.
pub(super) fn state_tone(state: ThreadState) -> Tone {
    match state {
        ThreadState::ToHandle | ThreadState::ToCheck => Tone::Mentor,
        ThreadState::Waiting => Tone::Trainee,
        ThreadState::Resolved => Tone::Plain,
    }
}

/// What became of the place, in words.
pub(super) fn became(words: Words, state: AnchorState) -> &'static str {
    words.get(match state {
        AnchorState::Same => key::FEEDBACK_PLACE_SAME,
        AnchorState::Changed => key::FEEDBACK_PLACE_CHANGED,
        AnchorState::Moved => key::FEEDBACK_PLACE_MOVED,
        AnchorState::Deleted => key::FEEDBACK_PLACE_DELETED,
    })
}

/// The shape of a thread's pin. A settled thread is settled wherever its place went.
pub fn pin_state(thread: &Thread) -> PinState {
    match (thread.state, thread.anchor_state) {
        (ThreadState::Resolved, _) => PinState::Resolved,
        (_, AnchorState::Moved | AnchorState::Deleted) => PinState::Astray,
        (ThreadState::ToHandle, AnchorState::Same | AnchorState::Changed) => PinState::ToHandle,
        (ThreadState::Waiting, AnchorState::Same | AnchorState::Changed) => PinState::Waiting,
        (ThreadState::ToCheck, AnchorState::Same | AnchorState::Changed) => PinState::ToCheck,
    }
}

/// A pin as it is read aloud: number, kind, state, and where the place went.
pub fn pin_label(words: Words, thread: &Thread, number: u32) -> String {
    let mut label = words.fill(
        key::FEEDBACK_PIN,
        &[
            ("n", &number.to_string()),
            ("kind", kind_word(words, thread.kind)),
            ("state", state_word(words, thread.state)),
            ("author", &thread.author_name),
        ],
    );
    if matches!(thread.anchor_state, AnchorState::Moved | AnchorState::Deleted) {
        label.push_str(" · ");
        label.push_str(became(words, thread.anchor_state));
    }
    label
}
