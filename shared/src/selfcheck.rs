//! The private self-check: what one filling holds, and that a day has one. Pure.

use crate::Millis;
use std::collections::BTreeMap;

/// Answers by block: a step as its figure, a text as it was typed.
pub type Answers = BTreeMap<String, String>;

/// Answers that were sent from another form than the day's earlier ones: they come first, and what they leave open stays as it was.
pub fn over(sent: Answers, before: Answers) -> Answers {
    let mut all = before;
    all.extend(sent);
    all
}

/// The newest fillings of so many last days, and all others; both stay newest first, as they come.
pub fn of_last_days<T>(filled: Vec<T>, days: usize, at: impl Fn(&T) -> Millis) -> (Vec<T>, Vec<T>) {
    let (mut last, mut others): (Vec<T>, Vec<T>) = (Vec::new(), Vec::new());
    for one in filled {
        let another_day = last.last().is_none_or(|newer| at(newer).day() != at(&one).day());
        if another_day && last.len() < days { last.push(one) } else { others.push(one) }
    }
    (last, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_are_different_days() {
        let day = |day: i64, hour: i64| Millis(Millis::first_of_day(day).0 + hour * 3_600_000);
        let filled = vec![day(9, 20), day(9, 8), day(7, 1), day(7, 0), day(4, 12), day(1, 12)];
        let (last, others) = of_last_days(filled, 3, |at| *at);
        assert_eq!(last, [day(9, 20), day(7, 1), day(4, 12)], "midnight parts them");
        assert_eq!(others, [day(9, 8), day(7, 0), day(1, 12)], "nothing is lost");
        assert_eq!(of_last_days(Vec::<Millis>::new(), 3, |at| *at), (Vec::new(), Vec::new()));
    }

    #[test]
    fn what_a_second_form_leaves_open_stays() {
        let answers =
            |all: &[(&str, &str)]| all.iter().map(|(block, words)| ((*block).to_owned(), (*words).to_owned())).collect::<Answers>();
        let both = over(answers(&[("ideas", "3"), ("goal", "b")]), answers(&[("ideas", "2"), ("proof", "a")]));
        assert_eq!(both, answers(&[("goal", "b"), ("ideas", "3"), ("proof", "a")]));
    }
}
