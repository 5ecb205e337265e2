//! The quiet link at the end of a list of names, and at the foot of each page: it asks what is reported there.

use super::Place;
use crate::locale::{key, use_words};
use leptos::prelude::*;

/// The link. Without a place it begins with the reader's own.
#[component]
pub(crate) fn ReportWay(#[prop(into)] place: Option<Place>) -> impl IntoView {
    let href = place.map_or_else(|| "/report".to_owned(), Place::address);
    view! { <a class="meta report-way" href=href>{use_words().get(key::REPORTS_WAY)}</a> }
}
