//! A table that becomes cards on a narrow screen: each cell says its column there.

use leptos::prelude::*;

/// A table with its caption and its column heads; the rows are `<tr>` of [`Cell`]s.
#[component]
pub fn Table(
    /// What the table holds, read to those who do not see it.
    #[prop(into)]
    caption: String,
    /// The heads, already drawn: a word, or a link that sorts.
    heads: AnyView,
    children: Children,
) -> impl IntoView {
    view! {
        <table class="table">
            <caption class="only-read">{caption}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{children()}</tbody>
        </table>
    }
}

/// A cell. On a narrow screen its column's name stands before it.
#[component]
pub fn Cell(#[prop(into)] column: String, children: Children) -> impl IntoView {
    view! { <td data-label=column>{children()}</td> }
}
