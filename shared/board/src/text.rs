//! Texts and their edits, over the crate `operational-transform`. Positions count Unicode scalar values.
//! Lengths are summed and bounded before an [`OperationSeq`] is built, because it overflows on hostile ones.

use crate::{limits, operation::Step, wire::Refusal};
use operational_transform::{Operation as Atom, OperationSeq};

/// An edit as the transform crate wants it.
///
/// # Errors
/// [`Refusal::IllFormed`] for empty steps, [`Refusal::Lengths`] for more than a text can hold, [`Refusal::TextTooLong`] when the result is too long.
pub fn sequence(steps: &[Step]) -> Result<OperationSeq, Refusal> {
    let (mut kept, mut put, mut cut) = (0_u64, 0_u64, 0_u64);
    if steps.len() > 3 * limits::TEXT {
        return Err(Refusal::Lengths);
    }
    for step in steps {
        match step {
            Step::Keep(0) | Step::Cut(0) => return Err(Refusal::IllFormed),
            Step::Insert(words) if words.is_empty() => return Err(Refusal::IllFormed),
            Step::Keep(n) => kept += u64::from(*n),
            Step::Cut(n) => cut += u64::from(*n),
            Step::Insert(words) => put += words.chars().count() as u64,
        }
    }
    if kept + cut > limits::TEXT as u64 {
        return Err(Refusal::Lengths);
    }
    if kept + put > limits::TEXT as u64 {
        return Err(Refusal::TextTooLong);
    }
    Ok(raw(steps))
}

/// An edit that this code made or has checked before, without the limits of [`sequence`].
pub(crate) fn raw(steps: &[Step]) -> OperationSeq {
    let mut sequence = OperationSeq::with_capacity(steps.len());
    for step in steps {
        match step {
            Step::Keep(n) => sequence.retain(u64::from(*n)),
            Step::Cut(n) => sequence.delete(u64::from(*n)),
            Step::Insert(words) => sequence.insert(words),
        }
    }
    sequence
}

/// The steps of a sequence, merged and in the one order that equal edits share.
pub fn steps(sequence: &OperationSeq) -> Vec<Step> {
    let short = |n: &u64| u32::try_from(*n).unwrap_or(u32::MAX);
    sequence
        .ops()
        .iter()
        .map(|atom| match atom {
            Atom::Retain(n) => Step::Keep(short(n)),
            Atom::Delete(n) => Step::Cut(short(n)),
            Atom::Insert(words) => Step::Insert(words.clone()),
        })
        .collect()
}

/// The words after an edit.
///
/// # Errors
/// As [`sequence`]; [`Refusal::Lengths`] when the edit was made on a text of another length.
pub fn applied(words: &str, edit: &[Step]) -> Result<String, Refusal> {
    sequence(edit)?.apply(words).map_err(|_| Refusal::Lengths)
}

/// The edit that leads from one text to another: what they share at the start and at the end is kept.
pub fn difference(old: &str, new: &str) -> OperationSeq {
    let head = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
    let (old_left, new_left) = (old.chars().count() - head, new.chars().count() - head);
    let tail = old.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b).count().min(old_left).min(new_left);
    let mut sequence = OperationSeq::default();
    sequence.retain(head as u64);
    sequence.insert(&new.chars().skip(head).take(new_left - tail).collect::<String>());
    sequence.delete((old_left - tail) as u64);
    sequence.retain(tail as u64);
    sequence
}

/// What an edit adds, its insertions one after the other.
pub fn inserted(edit: &[Step]) -> String {
    edit.iter().filter_map(|step| if let Step::Insert(words) = step { Some(words.as_str()) } else { None }).collect()
}

/// Where a position (a caret) of the old text stands after an edit by someone else. Words put exactly there go behind it.
pub fn follow(position: u32, edit: &[Step]) -> u32 {
    let (mut old, mut new) = (0_u32, 0_u32);
    for step in edit {
        if old >= position {
            break;
        }
        match step {
            Step::Keep(n) => {
                let n = (*n).min(position - old);
                old += n;
                new += n;
            }
            Step::Insert(words) => new = new.saturating_add(length(words)),
            Step::Cut(n) => old += (*n).min(position - old),
        }
    }
    new.saturating_add(position - old)
}

fn length(words: &str) -> u32 {
    u32::try_from(words.chars().count()).unwrap_or(u32::MAX)
}
