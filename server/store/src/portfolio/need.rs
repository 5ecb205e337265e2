//! Pieces of query text: what a venture `v` or a group `g` of an establishment `e` needs. `shared::portfolio::Need` says the same in words.

/// Nobody accompanies the group `$g` of an establishment, region and edition.
macro_rules! accompanied_by_nobody {
    ($group:literal, $establishment:literal, $region:literal, $edition:literal) => {
        concat!(
            $group,
            " not in (select ng.target from grants ng where ng.role = 'mentor' and ng.scope = 'group') and ",
            $establishment,
            " not in (select ne.target from grants ne where ne.role = 'mentor' and ne.scope = 'establishment') and ",
            $region,
            " not in (select nr.region from grants nr join person np on np.id = nr.person and np.edition = $3
                      where nr.role = 'mentor' and nr.scope = 'region') and ",
            $edition,
            " not in (select nn.target from grants nn where nn.role = 'mentor' and nn.scope = 'edition')"
        )
    };
}

/// A venture needs that. `$10` and `$11` are the instants of `Patience`: still, waiting; `$14` the gates after which the staff signs.
macro_rules! needs {
    (signature) => {
        asks_to_sign!("$14")
    };
    (mentor) => {
        concat!(
            accompanied_by_nobody!("v.group_id", "v.establishment", "v.region", "v.edition"),
            " and v.id not in (select nv.target from grants nv where nv.role = 'mentor' and nv.scope = 'venture')"
        )
    };
    (mentors_turn) => {
        "v.id in (select tm.venture from thread tm where tm.state in ('to_handle', 'to_check') and tm.since < $11)"
    };
    (teams_turn) => {
        "v.id in (select tt.venture from thread tt where tt.state = 'waiting' and tt.since < $11)"
    };
    (stuck) => {
        "v.id not in (select sx.venture from venture_exit sx where sx.until is null) and (v.changed < $10 or v.id in (select ts.venture from thread ts where ts.state in ('to_handle', 'waiting', 'to_check') and ts.since < $11))"
    };
}
