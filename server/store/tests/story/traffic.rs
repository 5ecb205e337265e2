//! What travels is counted for whom it travels.

use crate::town::Town;
use shared::{Millis, traffic::TrafficKind};
use store::traffic::{Meter, of_month};

pub async fn each_persons_month_is_their_own(town: &Town) {
    let (db, now) = (&town.db, town.now());
    let (amal, youssef) = (town.trainees[0], town.trainees[1]);
    let meter = Meter::default();
    meter.add(amal, TrafficKind::Pages, 1_000);
    meter.clone().add(amal, TrafficKind::Pages, 500);
    meter.add(youssef, TrafficKind::Board, 20);
    meter.flush(db, now).await.expect("written");
    meter.flush(db, now).await.expect("once");
    meter.add(amal, TrafficKind::Pictures, 7);
    meter.flush(db, now).await.expect("added");
    let of = async |person, at| of_month(db, person, at).await.expect("reads").into_iter().map(|(_, bytes)| bytes).collect::<Vec<_>>();
    assert_eq!(of(amal, now).await, [1_500, 7, 0, 0]);
    assert_eq!(of(youssef, now).await, [0, 0, 20, 0]);
    assert_eq!(of(amal, Millis(now.0 + 40 * Millis::DAY)).await, [0, 0, 0, 0], "a month begins anew");
    meter.met("a session", amal);
    meter.forget();
    assert_eq!(meter.holder("a session"), Some(amal));
    meter.forget();
    assert_eq!(meter.holder("a session"), None);
}
