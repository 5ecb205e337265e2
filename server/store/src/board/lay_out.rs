//! The one thing that a mentor puts on a team's board: an empty sheet of the class that runs. The operation is made here, so that the permit
//! for it opens no other.

use super::{Boards, Job};
use crate::{Result, StoreError};
use ::board::{
    Operation, OrderKey, Outcome, Sent, encode,
    operation::Create,
    record::{Direction, Field, Kind, Parent, Point, Size},
};
use sha2::{Digest as _, Sha256};
use shared::access::{Allowed, LayOutSheet};
use tokio::sync::oneshot;

/// Where an empty sheet goes, and how it is laid.
#[derive(Clone, Debug)]
pub struct EmptySheet {
    /// The version of its template.
    pub version: u16,
    /// The direction of its blocks.
    pub direction: Direction,
    /// Where on the canvas.
    pub position: Point,
    /// How large.
    pub size: Size,
    /// Its place among its siblings.
    pub order: OrderKey,
}

impl Boards {
    /// Lays an empty sheet on a board, under the mentor's own name. Doing it again for the same class changes nothing.
    ///
    /// # Errors
    /// [`StoreError::WrongPermit`] when the permit names no venture, [`StoreError::NotStored`] when nothing was written.
    pub async fn lay_out(&self, permit: Allowed<LayOutSheet<'_>>, sheet: EmptySheet) -> Result<Outcome> {
        let deed = permit.deed();
        let venture = deed.at.venture.ok_or(StoreError::WrongPermit)?;
        // A device for each class and sheet, which writes its first operation and no second: that makes it once.
        let device = Sha256::digest(format!("{}\n{}", deed.class.id, deed.sheet));
        let (client, author, _) = self.client(venture, permit.by(), &device[..16]).await?;
        let fields = vec![
            Field::Template(deed.sheet.to_owned(), sheet.version, sheet.direction),
            Field::Position(sheet.position),
            Field::Size(sheet.size),
        ];
        let create = Create { kind: Kind::Frame, parent: Parent::Board, order: sheet.order, fields, words: String::new() };
        let sent = vec![Sent { counter: 1, gesture: 1, bytes: encode(&Operation::Create(create)).into(), age: 0 }];
        let (answer, answered) = oneshot::channel();
        let gone = || StoreError::NotStored("the writer has ended".to_owned());
        self.writer.send(Job { venture, client, author, sent, answer }).await.map_err(|_| gone())?;
        answered.await.map_err(|_| gone())??.into_iter().next().ok_or_else(gone)
    }
}
