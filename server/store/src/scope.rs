//! Pieces of query text that several nouns share: what a person reaches in a role. `$1` is the person, `$2` the role.

/// Ids of the groups in a person's scope.
macro_rules! groups_in_scope {
    () => {
        "select sg.id from grants sr join establishment se
           on (sr.scope = 'region' and se.region = sr.region)
           or (sr.scope = 'establishment' and se.id = sr.target)
           or (sr.scope = 'edition' and se.edition = sr.target)
         join groups sg on sg.establishment = se.id
         where sr.person = $1 and sr.role = $2
         union select st.target from grants st where st.person = $1 and st.role = $2 and st.scope = 'group'"
    };
}

/// A venture `v` asks for a gate of those who sign after the gates in the bits of `$bits`, as `reference::signs_after` tells them. What rests asks
/// nobody.
macro_rules! asks_to_sign {
    ($bits:literal) => {
        concat!(
            "v.id in (select ga.venture from gate_ask ga) and ((",
            $bits,
            " >> cast(v.gate as integer)) & 1) = 1
             and v.id not in (select gx.venture from venture_exit gx where gx.until is null)"
        )
    };
}

/// Ids of the ventures in a person's scope, out of the edition they belong to.
macro_rules! ventures_in_scope {
    () => {
        concat!(
            "select sv.id from venture sv where sv.group_id in (",
            groups_in_scope!(),
            ") union select sw.target from grants sw where sw.person = $1 and sw.role = $2 and sw.scope = 'venture'"
        )
    };
}
