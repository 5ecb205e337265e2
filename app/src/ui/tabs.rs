//! Tabs that are links: each has an address, works without a script, and scrolls by itself when they are many.

use leptos::prelude::*;

/// A row of tabs.
#[component]
pub fn Tabs(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! { <nav class="tabs" aria-label=label>{children()}</nav> }
}

/// One tab, with a count where one matters.
#[component]
pub fn Tab(
    #[prop(into)] href: String,
    #[prop(into)] word: String,
    /// Whether it is the one being read.
    current: bool,
    #[prop(optional, into)] count: Option<String>,
) -> impl IntoView {
    view! {
        <a class="tab" href=href aria-current=current.then_some("page")>
            {word}
            {count.map(|count| view! { <bdi class="tab-count">{count}</bdi> })}
        </a>
    }
}
