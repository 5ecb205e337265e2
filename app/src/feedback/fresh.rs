//! Ids and the time, as the side that runs has them: the server's own, or the browser's. An id made once makes a repeated send harmless.

use shared::Millis;
use uuid::Uuid;

/// A new UUID, version 7.
pub fn fresh_id() -> Uuid {
    #[cfg(feature = "ssr")]
    return store::new_id();
    #[cfg(all(feature = "csr", not(feature = "ssr")))]
    {
        let random: [u8; 10] = core::array::from_fn(|_| (js_sys::Math::random() * 256.0) as u8);
        uuid::Builder::from_unix_timestamp_millis(js_sys::Date::now() as u64, &random).into_uuid()
    }
    #[cfg(not(any(feature = "ssr", feature = "csr")))]
    Uuid::nil()
}

/// The time, for ages in words. In the browser it is the phone's, which may be wrong: nothing is ordered by it.
pub fn now() -> Millis {
    #[cfg(feature = "ssr")]
    return crate::context::now();
    #[cfg(all(feature = "csr", not(feature = "ssr")))]
    return Millis(js_sys::Date::now() as i64);
    #[cfg(not(any(feature = "ssr", feature = "csr")))]
    Millis::default()
}
