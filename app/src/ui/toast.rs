//! One short notice at a time, at the bottom. It goes after six seconds; an error stays until it is closed.

use super::{Button, ButtonKind, Glyph, Icon};
use crate::locale::{key, use_words};
use leptos::prelude::*;
use std::time::Duration;

#[derive(Clone)]
struct Notice {
    number: u32,
    words: String,
    fault: bool,
    undo: Option<Callback<()>>,
}

/// Where a page says that something was done or refused. Copy it into any event handler.
#[derive(Clone, Copy)]
pub struct Toaster(RwSignal<Option<Notice>>);

/// The toaster of the page.
pub fn use_toaster() -> Toaster {
    use_context::<Toaster>().unwrap_or_else(Toaster::provide)
}

impl Toaster {
    /// Makes the page's toaster; once, at the root.
    pub fn provide() -> Toaster {
        let toaster = Toaster(RwSignal::new(None));
        provide_context(toaster);
        toaster
    }

    /// Says that something was done, with a way back where there is one.
    pub fn say(self, words: impl Into<String>, undo: Option<Callback<()>>) {
        let number = self.put(words.into(), false, undo);
        set_timeout(
            move || {
                let still = self.0.with_untracked(|n| n.as_ref().is_some_and(|n| n.number == number));
                if still {
                    self.0.set(None);
                }
            },
            Duration::from_secs(6),
        );
    }

    /// Says what failed, what is safe and what to do; it stays until it is closed.
    pub fn fault(self, words: impl Into<String>) {
        self.put(words.into(), true, None);
    }

    fn put(self, words: String, fault: bool, undo: Option<Callback<()>>) -> u32 {
        let number = self.0.with_untracked(|n| n.as_ref().map_or(1, |n| n.number.wrapping_add(1)));
        self.0.set(Some(Notice { number, words, fault, undo }));
        number
    }
}

/// The place where the notice appears.
#[component]
pub fn ToastArea() -> impl IntoView {
    let words = use_words();
    let toaster = use_toaster();
    let close = move || toaster.0.set(None);
    view! {
        <div class="toast-area" role="status" aria-live="polite">
            {move || {
                toaster
                    .0
                    .get()
                    .map(|notice| {
                        view! {
                            <div class="toast" class:toast-fault=notice.fault>
                                {notice.fault.then(|| view! { <Icon glyph=Glyph::Warning /> })}
                                <p>{notice.words}</p>
                                {notice
                                    .undo
                                    .map(|undo| {
                                        view! {
                                            <Button
                                                kind=ButtonKind::Quiet
                                                kind_of="button"
                                                on:click=move |_| {
                                                    undo.run(());
                                                    close();
                                                }
                                            >
                                                {words.get(key::UI_UNDO)}
                                            </Button>
                                        }
                                    })}
                                <Button
                                    kind=ButtonKind::Quiet
                                    kind_of="button"
                                    attr:aria-label=words.get(key::UI_CLOSE)
                                    on:click=move |_| close()
                                >
                                    <Icon glyph=Glyph::X />
                                </Button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
