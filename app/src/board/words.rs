//! A text of the board, open for typing. Each change travels as it is typed; what others write appears at once, the caret stays.
//! While an input method composes, what others write waits (the replica sees to it).

use super::{caret, state::use_board};
use board::{id::RecordId, limits, record::TextKey, replica::Composing};
use leptos::{ev::KeyboardEvent, html, prelude::*};

/// Whether a field takes the focus when it appears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// It waits.
    #[default]
    Rest,
    /// It takes the focus, the caret at the end.
    Focus,
}

/// The text area of one text. Readable at once, writable when the board is.
#[component]
pub fn WordsField(
    record: RecordId,
    text: TextKey,
    /// What it is, for those who do not see it.
    #[prop(into)]
    label: String,
    #[prop(optional)] start: Start,
    #[prop(default = "words")] class: &'static str,
    #[prop(default = "")] placeholder: &'static str,
    /// For a text of one line: told of a line break, which is not kept. Some phones send it as words, not as a key.
    #[prop(optional)]
    on_break: Option<Option<Callback<()>>>,
    /// Hears keys before the field does.
    #[prop(optional, into)]
    on_key: Option<Callback<KeyboardEvent>>,
    /// Told when the focus leaves.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
) -> impl IntoView {
    let on_break = on_break.flatten();
    let state = use_board();
    let node = NodeRef::<html::Textarea>::new();
    let key = StoredValue::new(text);
    let words = Memo::new(move |_| key.with_value(|key| state.get(record).map(|record| record.text(key).to_owned()).unwrap_or_default()));
    let first = words.get_untracked();
    let rows = rows(&first);
    Effect::new(move |mounted: Option<bool>| {
        let Some(area) = node.get() else { return false };
        words.with(|words| caret::follow(&area, words));
        if mounted != Some(true) && start == Start::Focus {
            caret::focus_end(&area);
        }
        true
    });
    let typed = move |value: String| {
        if let Some(area) = node.get_untracked() {
            caret::grow(&area);
        }
        match on_break.filter(|_| value.contains('\n')) {
            None => key.with_value(|key| state.edit_text(record, key, &value)),
            Some(on_break) => {
                let line = value.trim_end_matches('\n').replace('\n', " ");
                key.with_value(|key| state.edit_text(record, key, &line));
                if let Some(area) = node.get_untracked() {
                    caret::follow(&area, &line);
                }
                on_break.try_run(());
            }
        }
    };
    let compose = move |composing| {
        key.try_with_value(|key| state.compose(record, key, composing));
    };
    view! {
        <textarea
            node_ref=node
            class=class
            dir="auto"
            rows=rows
            maxlength=limits::TEXT
            aria-label=label
            placeholder=placeholder
            readonly=move || !state.writable()
            on:input=move |event| typed(event_target_value(&event))
            on:compositionstart=move |_| compose(Composing::Begins)
            on:compositionend=move |event| {
                typed(event_target_value(&event));
                compose(Composing::Ends);
            }
            on:keydown=move |event| {
                if let Some(on_key) = on_key {
                    on_key.try_run(event);
                }
            }
            on:blur=move |_| {
                state.pause();
                if let Some(on_leave) = on_leave {
                    on_leave.try_run(());
                }
            }
            inner_html=escaped(&first)
        ></textarea>
    }
    .into_any()
}

/// Words between the tags of a text area. Its first line break would be taken for layout, so there is one more.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    if words.starts_with('\n') {
        out.push('\n');
    }
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}

/// Rows for browsers that do not grow a text area by themselves.
fn rows(words: &str) -> usize {
    words.lines().map(|line| 1 + line.chars().count() / 44).sum::<usize>().clamp(1, 40)
}
