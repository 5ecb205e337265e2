//! Keys between keys: siblings are ordered by text, so that moving one writes one record.

use crate::{limits, record::OrderKey};

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

impl OrderKey {
    /// A key after `before` and ahead of `after`; either may be missing. Where no key of at most [`limits::ORDER`] digits is left between
    /// them (hundreds of insertions into one gap) the answer equals `before`, and ids decide.
    pub fn between(before: Option<&OrderKey>, after: Option<&OrderKey>) -> OrderKey {
        let low = before.map(digits).unwrap_or_default();
        let key = match (before, after.map(digits)) {
            (None, None) => vec![18],
            (Some(_), None) => step_up(&low),
            (None, Some(high)) => step_down(&high),
            (Some(_), Some(high)) if low < high => middle(&low, &high),
            (Some(_), Some(_)) => low.clone(),
        };
        let key = if key.is_empty() || key.len() > limits::ORDER { low } else { key };
        let text: String = key.iter().map(|digit| char::from(DIGITS[usize::from(*digit)])).collect();
        if text.is_empty() { OrderKey("i".to_owned()) } else { OrderKey(text) }
    }

    /// Is this a key at all.
    pub fn is_sound(&self) -> bool {
        let bytes = self.0.as_bytes();
        (1..=limits::ORDER).contains(&bytes.len()) && bytes.iter().all(|b| DIGITS.contains(b)) && !bytes.ends_with(b"0")
    }
}

fn digits(key: &OrderKey) -> Vec<u8> {
    key.0.bytes().filter_map(|byte| DIGITS.iter().position(|digit| *digit == byte).map(|at| at as u8)).collect()
}

/// The window of digits that counts grows with the leading run, so that appending for years keeps keys short.
fn window(key: &[u8], run: u8) -> (usize, Vec<u8>) {
    let leading = key.iter().take_while(|digit| **digit == run).count();
    let width = 2 * leading + 2;
    let digits = (leading..leading + width).map(|at| key.get(at).copied().unwrap_or(0)).collect();
    (leading, digits)
}

fn trimmed(mut key: Vec<u8>) -> Vec<u8> {
    while key.last() == Some(&0) {
        key.pop();
    }
    key
}

fn step_up(key: &[u8]) -> Vec<u8> {
    let (leading, mut digits) = window(key, 35);
    for digit in digits.iter_mut().rev() {
        if *digit < 35 {
            *digit += 1;
            break;
        }
        *digit = 0;
    }
    let mut next = key[..leading].to_vec();
    next.extend(digits);
    trimmed(next)
}

fn step_down(key: &[u8]) -> Vec<u8> {
    let (leading, mut digits) = window(key, 0);
    for digit in digits.iter_mut().rev() {
        if *digit > 0 {
            *digit -= 1;
            break;
        }
        *digit = 35;
    }
    let mut next = key[..leading].to_vec();
    next.extend(&digits);
    if digits.iter().all(|digit| *digit == 0) {
        next.push(18);
    }
    trimmed(next)
}

fn middle(low: &[u8], high: &[u8]) -> Vec<u8> {
    let mut key = Vec::new();
    let mut bounded = true;
    for at in 0..=low.len().max(high.len()) {
        let from = low.get(at).copied().unwrap_or(0);
        let to = if bounded { high.get(at).copied().unwrap_or(0) } else { 36 };
        if to > from + 1 {
            key.push(u8::midpoint(from, to));
            return key;
        }
        key.push(from);
        bounded = bounded && from == to;
    }
    key.push(18);
    key
}
