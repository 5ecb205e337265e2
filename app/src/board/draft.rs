//! A gesture being put together: several operations that are done and undone as one.
//! It never does anything itself; [`super::state::BoardState::act`] does.

use board::{
    Operation,
    id::RecordId,
    operation::Create,
    record::{Field, Kind, OrderKey, Parent},
};

/// Operations to be, and the names that new records will have.
pub struct Draft {
    next: RecordId,
    operations: Vec<Operation>,
}

impl Draft {
    /// `next` is the name that a record made by the first operation would get.
    pub(super) fn new(next: RecordId) -> Self {
        Self { next, operations: Vec::new() }
    }

    /// Adds a record and says what it will be called.
    pub fn create(&mut self, create: Create) -> RecordId {
        let id = self.next;
        self.push(Operation::Create(create));
        id
    }

    /// Adds an operation.
    pub fn push(&mut self, operation: Operation) {
        self.operations.push(operation);
        self.next.counter += 1;
    }

    /// Adds the writing of a field.
    pub fn set(&mut self, record: RecordId, field: Field) {
        self.push(Operation::Set(record, field));
    }

    /// The operations, to be done.
    pub fn done(self) -> Vec<Operation> {
        self.operations
    }
}

/// A record without fields or words.
pub fn bare(kind: Kind, parent: Parent, order: OrderKey) -> Create {
    Create { kind, parent, order, fields: Vec::new(), words: String::new() }
}
