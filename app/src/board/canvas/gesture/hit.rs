//! What lies under a pointer: a record, and the block of a sheet. It reads the page and changes nothing that stays.

use super::carry::Carried;
use crate::board::canvas::stage::{Stage, set};
use board::{
    id::{BlockId, RecordId},
    record::Kind,
};
use leptos::prelude::*;
use web_sys::{Element, HtmlElement, MouseEvent};

/// What an event fell on.
pub struct Hit {
    /// The record.
    pub record: Option<RecordId>,
    /// The block, and its sheet.
    pub block: Option<(RecordId, BlockId)>,
    /// What that block takes in.
    takes: Option<Kind>,
}

impl Hit {
    /// The block, when a record of that kind can live in it.
    pub fn home(&self, kind: Kind) -> Option<&(RecordId, BlockId)> {
        self.block.as_ref().filter(|_| self.takes == Some(kind))
    }
}

/// What lies under a pointer, beneath what is being carried.
pub fn under(stage: Stage, event: &MouseEvent, carried: &[Carried]) -> Hit {
    let hidden: Vec<&HtmlElement> = carried.iter().filter_map(|one| one.element.as_ref()).collect();
    hidden.iter().for_each(|element| set(element, "pointer-events", "none"));
    let target = document().element_from_point(event.client_x() as f32, event.client_y() as f32);
    hidden.iter().for_each(|element| set(element, "pointer-events", ""));
    target.map_or(Hit { record: None, block: None, takes: None }, |target| hit(stage, &target, event))
}

/// What an element belongs to.
pub fn hit(stage: Stage, target: &Element, event: &MouseEvent) -> Hit {
    let inside = stage.layer.get_untracked().is_some_and(|layer| layer.contains(Some(target)));
    // From far away only sheets and prototypes have elements, and notes lie over them.
    let far = stage.far.get_untracked().then(|| stage.point(event.client_x(), event.client_y()));
    let near = || inside.then(|| closest(target, "[data-id]")).flatten().and_then(|element| record_of(&element));
    let record = far.and_then(|at| stage.index.with_untracked(|index| index.at(at))).or_else(near);
    let cell = inside.then(|| closest(target, "[data-block]")).flatten();
    let takes = cell.as_ref().and_then(|cell| match cell.get_attribute("data-takes")?.as_str() {
        "notes" => Some(Kind::Note),
        "images" => Some(Kind::Image),
        _ => None,
    });
    let block = cell.and_then(|cell| Some((record_of(&closest(&cell, "[data-frame]")?)?, BlockId(cell.get_attribute("data-block")?))));
    Hit { record, block, takes }
}

/// The record that an element, or the corner of one, stands for.
pub fn record_of(element: &Element) -> Option<RecordId> {
    element.get_attribute("data-id").or_else(|| element.get_attribute("data-corner"))?.parse().ok()
}

/// The nearest element outwards that a selector names.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}
