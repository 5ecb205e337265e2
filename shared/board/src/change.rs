//! What one operation did to a document, so that a view touches only that.

use crate::{
    id::RecordId,
    operation::Step,
    record::{FieldKey, Parent, TextKey},
};

/// The effect of one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new record.
    Created(RecordId),
    /// A field other than home.
    Wrote(RecordId, FieldKey),
    /// Parent or order; `from` is where it was.
    Moved {
        /// Which record.
        record: RecordId,
        /// Its parent before.
        from: Parent,
    },
    /// A text.
    Edited {
        /// Whose text.
        record: RecordId,
        /// Which text.
        text: TextKey,
        /// What was done to it, so that a caret can follow.
        steps: Vec<Step>,
    },
    /// Taken away, and hidden with it all that is inside.
    Deleted(RecordId),
    /// Brought back.
    Restored(RecordId),
    /// The operation came too late to matter: deleting what is deleted, restoring what is there.
    Nothing(RecordId),
}

impl Change {
    /// The record that changed.
    pub fn record(&self) -> RecordId {
        match self {
            Self::Created(record)
            | Self::Wrote(record, _)
            | Self::Moved { record, .. }
            | Self::Edited { record, .. }
            | Self::Deleted(record)
            | Self::Restored(record)
            | Self::Nothing(record) => *record,
        }
    }
}
