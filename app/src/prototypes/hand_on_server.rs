//! Pointers and keys, as the server knows them: not at all. What it writes holds still.

use super::{desk::Desk, layout::Area};
use board::record::Size;
use leptos::prelude::*;

/// No pointer.
#[derive(Clone, Copy)]
pub struct Hand;

/// No pointer.
pub fn hand() -> StoredValue<Hand> {
    StoredValue::new(Hand)
}

pub fn pressed<E>(_desk: Desk, _hand: StoredValue<Hand>, _event: &E) {}
pub fn moved<E>(_desk: Desk, _hand: StoredValue<Hand>, _event: &E) {}
pub fn released<E>(_desk: Desk, _hand: StoredValue<Hand>, _event: &E) {}
pub fn address(_address: &str) {}
pub fn cancelled(_desk: Desk, _hand: StoredValue<Hand>) {}
pub fn lay_grip(_desk: Desk, _area: Option<Area>, _screen: Size) {}
