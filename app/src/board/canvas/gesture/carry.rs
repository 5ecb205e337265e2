//! What is carried by a pointer, and where it is dropped: on another place, into a block, out of one. One gesture of the board for all of it.

use super::hit::under;
use crate::board::canvas::stage::{Stage, set};
use board::{
    Operation,
    geometry::Area,
    id::RecordId,
    record::{Field, Kind, Parent, Point},
};
use leptos::prelude::*;
use web_sys::{HtmlElement, PointerEvent};

/// Something that is being dragged: its element, while it has one.
#[derive(Clone)]
pub struct Carried {
    /// Which.
    pub id: RecordId,
    /// Its element.
    pub element: Option<HtmlElement>,
}

/// The elements of what is selected, ready to follow the pointer.
pub fn carry(stage: Stage) -> Vec<Carried> {
    let free = stage.board.read(|document| {
        let all = stage.board.selection.get_untracked();
        let moves = |id: &RecordId| document.get(*id).is_some_and(|r| !matches!(r.kind, Kind::Connector | Kind::Link));
        all.into_iter().filter(moves).collect::<Vec<_>>()
    });
    let carried = free.into_iter().map(|id| Carried { id, element: stage.element(id) });
    carried.inspect(|one| mark(one, Mark::Carried)).collect()
}

/// Back into place: the board says where that is.
pub fn settle(stage: Stage, carried: &[Carried]) {
    for one in carried {
        mark(one, Mark::Settled);
    }
    stage.drag.set(None);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Carried,
    Settled,
}

fn mark(one: &Carried, mark: Mark) {
    let Some(element) = &one.element else { return };
    match mark {
        Mark::Carried => {
            // A class that cannot be set only looks different.
            let _ = element.class_list().add_1("c-carried");
        }
        Mark::Settled => {
            let _ = element.class_list().remove_1("c-carried");
            set(element, "translate", "none");
        }
    }
}

/// The end of a drag: into a block, out of one, or to another place; one gesture for all that was carried.
pub fn drop_on(stage: Stage, event: &PointerEvent, by: Point, carried: &[Carried]) {
    let under = under(stage, event, carried);
    let stands: Vec<(RecordId, Area)> = carried.iter().filter_map(|one| Some((one.id, stage.covers(one.id)?))).collect();
    let operations = stage.board.read(|document| {
        let mut operations = Vec::new();
        let mut after: Option<RecordId> = None;
        for one in carried {
            let Some(record) = document.get(one.id) else { continue };
            match (under.home(record.kind), record.parent()) {
                (Some((frame, block)), parent) => {
                    let target = Parent::Block(*frame, block.clone());
                    let behind = after.or_else(|| sibling_above(stage, document, &target, event, carried));
                    if *parent == target && behind == Some(record.id) {
                        continue;
                    }
                    operations.push(Operation::Set(record.id, Field::Home(target.clone(), document.order_after(&target, behind))));
                    after = Some(record.id);
                }
                (None, Parent::Block(..)) => {
                    let at = stands.iter().find(|(id, _)| *id == record.id).map(|(_, area)| area.corner());
                    let order = document.order_last(&Parent::Board);
                    operations.push(Operation::Set(record.id, Field::Home(Parent::Board, order)));
                    operations.extend(at.map(|at| Operation::Set(record.id, Field::Position(at))));
                }
                (None, Parent::Board) => {
                    let at = record.position();
                    let to = Point { x: at.x + by.x, y: at.y + by.y };
                    operations.push(Operation::Set(record.id, Field::Position(to)));
                }
                (None, Parent::Record(_)) => {}
            }
        }
        operations
    });
    settle(stage, carried);
    stage.board.act(operations);
}

/// The child of a block right above the pointer.
fn sibling_above(stage: Stage, document: &board::Document, parent: &Parent, event: &PointerEvent, carried: &[Carried]) -> Option<RecordId> {
    let at = stage.point(event.client_x(), event.client_y());
    let others = document.children(parent).filter(|record| carried.iter().all(|one| one.id != record.id));
    others.filter(|record| stage.covers(record.id).is_some_and(|area| area.middle().y < at.y)).last().map(|record| record.id)
}
