//! Resolving a thread, and opening it again.

use super::{
    answer::Fault,
    api::{Reopen, Resolve},
};
use crate::locale::{key, use_words};
use crate::ui::{Button, ButtonKind, Glyph};
use leptos::{form::ActionForm, prelude::*};
use shared::ids::ThreadId;

/// The one button of the two that the rule allows now; none where it allows none.
#[component]
pub(super) fn Settle(
    thread: ThreadId,
    #[prop(into)] may_resolve: Signal<bool>,
    #[prop(into)] may_reopen: Signal<bool>,
    next: Option<String>,
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words();
    let resolve = ServerAction::<Resolve>::new();
    let reopen = ServerAction::<Reopen>::new();
    Effect::new(move |_| {
        let done = matches!(resolve.value().get(), Some(Ok(()))) || matches!(reopen.value().get(), Some(Ok(())));
        if let (true, Some(on_change)) = (done, on_change) {
            on_change.run(());
        }
    });
    let fault = Memo::new(move |_| {
        let resolved = resolve.value().with(|v| v.as_ref().and_then(|v| v.as_ref().err().cloned()));
        resolved.or_else(|| reopen.value().with(|v| v.as_ref().and_then(|v| v.as_ref().err().cloned())))
    });
    let busy = move |pending: Memo<bool>| Signal::derive(move || pending.get().then(|| words.get(key::FEEDBACK_SENDING).to_owned()));
    let next = StoredValue::new(next);
    view! {
        <div class="settle">
            <Show when=move || may_resolve.get()>
                <ActionForm action=resolve>
                    <input type="hidden" name="thread" value=thread.to_string() />
                    {next.get_value().map(|next| view! { <input type="hidden" name="next" value=next /> })}
                    <Button kind=ButtonKind::Secondary glyph=Glyph::CheckCircle busy=busy(resolve.pending()) attr:data-key="d">
                        {words.get(key::FEEDBACK_RESOLVE)}
                    </Button>
                </ActionForm>
            </Show>
            <Show when=move || may_reopen.get()>
                <ActionForm action=reopen>
                    <input type="hidden" name="thread" value=thread.to_string() />
                    <Button kind=ButtonKind::Secondary glyph=Glyph::ArrowClockwise busy=busy(reopen.pending())>
                        {words.get(key::FEEDBACK_REOPEN)}
                    </Button>
                </ActionForm>
            </Show>
            <Fault fault />
        </div>
    }
}
