//! When things happened in the demo, told back from the day of seeding: plausible, spread out, and the same each time. It reads no clock.

use super::data::{State, Venture};
use shared::{Millis, ventures::Gate};

const HOUR: i64 = 3_600_000;
/// A venture that has just begun is so many days old.
const YOUNGEST: i64 = 24;
/// A gate takes about so many days.
const PER_GATE: i64 = 27;

/// The life of one venture.
#[derive(Clone, Debug)]
pub struct Calendar {
    now: Millis,
    /// When it was made.
    pub made: Millis,
    /// When its board was last written.
    pub last: Millis,
    stage: Gate,
    /// Days when gates were signed, as the data says.
    signed: Vec<(Gate, Millis)>,
}

impl Calendar {
    /// Of the n-th venture.
    pub fn of(venture: &Venture, n: usize, now: Millis) -> Self {
        let n = i64::try_from(n).unwrap_or_default();
        let stage = Gate::from_code(&venture.stage).unwrap_or_default();
        let oldest = venture.verdicts.iter().map(|verdict| -verdict.date_offset_days).max().unwrap_or_default();
        let age = (YOUNGEST + i64::from(stage.0) * PER_GATE + n * 5 % 11).max(oldest + PER_GATE);
        let back = |days: i64, hours: i64| Millis(now.0 - days * Millis::DAY - hours * HOUR);
        let signed = venture.verdicts.iter().filter(|verdict| verdict.verdict == "go-on");
        Self {
            now,
            made: back(age, n * 3 % 8),
            last: back(n * 7 % 10, 1 + n * 5 % 7),
            stage,
            signed: signed.filter_map(|verdict| Some((Gate::from_code(&verdict.gate)?, back(-verdict.date_offset_days, 2)))).collect(),
        }
    }

    /// The k-th of n equal steps from the making to the last writing; the last step is the last writing.
    pub fn step(&self, k: usize, n: usize) -> Millis {
        let (k, n) = (i64::try_from(k).unwrap_or_default() + 1, i64::try_from(n.max(1)).unwrap_or(1));
        Millis(self.made.0 + (self.last.0 - self.made.0) * k.min(n) / n)
    }

    /// How many seconds ago a moment was, as an operation says it.
    pub fn age(&self, at: Millis) -> u32 {
        u32::try_from((self.now.0 - at.0) / 1_000).unwrap_or_default()
    }

    /// The gates that are signed, the first one first, each with its day.
    pub fn gates(&self) -> Vec<(Gate, Millis)> {
        let mut later = self.last;
        let mut gates: Vec<(Gate, Millis)> = Vec::new();
        for gate in Gate::ALL.into_iter().filter(|gate| *gate <= self.stage).rev() {
            let told = self.signed.iter().rev().find(|(signed, _)| *signed == gate).map(|(_, at)| *at);
            // A day that the data names stands, even when the board was written before it.
            let at = told.unwrap_or_else(|| self.step(usize::from(gate.0), usize::from(self.stage.0) + 2).min(later));
            gates.push((gate, at));
            later = later.min(at);
        }
        gates.reverse();
        gates
    }

    /// When the n-th thread of the demo was begun, and since when it stands where it stands.
    pub fn thread(&self, n: usize, state: State, replies: usize) -> Talk {
        let n = i64::try_from(n).unwrap_or_default();
        let days = match state {
            State::Open | State::Answered => 1 + n * 5 % 12,
            State::Resolved => 3 + n * 11 % 17,
        };
        let since = Millis(self.now.0 - days * Millis::DAY + (n * 7 % 20) * HOUR);
        // What was settled without a word took a while as well.
        let turns = i64::try_from(replies).unwrap_or_default() + i64::from(state == State::Resolved);
        let begun = Millis(since.0 - turns * (20 + n % 9) * HOUR);
        Talk { begun: begun.max(Millis(self.made.0 + HOUR)), since }
    }
}

/// The span of a conversation.
#[derive(Clone, Copy, Debug)]
pub struct Talk {
    /// The first remark.
    pub begun: Millis,
    /// Since when it is as it is.
    pub since: Millis,
}

impl Talk {
    /// When the k-th of n answers was given; the last one changed whose turn it is, unless the thread was settled after it.
    pub fn answer(&self, k: usize, n: usize, state: State) -> Millis {
        let turns = i64::try_from(n).unwrap_or(1) + i64::from(state == State::Resolved);
        Millis(self.begun.0 + (self.since.0 - self.begun.0) * (i64::try_from(k).unwrap_or_default() + 1) / turns.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::data;

    #[test]
    fn nothing_happens_before_it_can_or_after_today() {
        let now = Millis(1_800_000_000_000);
        let mut thread = 0;
        for (n, venture) in data::ventures().unwrap().iter().enumerate() {
            let calendar = Calendar::of(venture, n, now);
            assert!(calendar.made < calendar.last && calendar.last < now, "{}", venture.slug);
            let gates = calendar.gates();
            assert_eq!(gates.last().map(|(gate, _)| gate.code()).as_ref(), Some(&venture.stage));
            assert!(gates.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{}: {gates:?}", venture.slug);
            assert!(gates.iter().all(|(_, at)| calendar.made < *at && *at < now), "{}", venture.slug);
            for told in &venture.threads {
                let talk = calendar.thread(thread, told.state, told.replies.len());
                assert!(calendar.made < talk.begun && talk.begun <= talk.since && talk.since < now, "{}", venture.slug);
                let waits = talk.since.days_until(now);
                assert!(told.state == State::Resolved || waits <= 12, "{waits} days");
                thread += 1;
            }
        }
    }
}
