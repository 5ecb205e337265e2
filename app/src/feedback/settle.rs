//! Resolving a thread, and opening it again.

use super::{REOPEN, RESOLVE, answer::Fault};
use crate::locale::{key, use_words};
use crate::send::{SendForm, Sending};
use crate::ui::{Button, ButtonKind, Glyph};
use leptos::prelude::*;
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
    let changed = move || {
        if let Some(on_change) = on_change {
            on_change.run(());
        }
    };
    let (resolve, reopen) = (Sending::to(RESOLVE).then(changed), Sending::to(REOPEN).then(changed));
    let fault = Signal::derive(move || resolve.fault().get().or_else(|| reopen.fault().get()));
    let sending = words.get(key::FEEDBACK_SENDING);
    let next = StoredValue::new(next);
    view! {
        <div class="settle">
            <Show when=move || may_resolve.get()>
                <SendForm sending=resolve>
                    <input type="hidden" name="thread" value=thread.to_string() />
                    {next.get_value().map(|next| view! { <input type="hidden" name="next" value=next /> })}
                    <Button kind=ButtonKind::Secondary glyph=Glyph::CheckCircle busy=resolve.busy(sending) attr:data-key="d">
                        {words.get(key::FEEDBACK_RESOLVE)}
                    </Button>
                </SendForm>
            </Show>
            <Show when=move || may_reopen.get()>
                <SendForm sending=reopen>
                    <input type="hidden" name="thread" value=thread.to_string() />
                    <Button kind=ButtonKind::Secondary glyph=Glyph::ArrowClockwise busy=reopen.busy(sending)>
                        {words.get(key::FEEDBACK_REOPEN)}
                    </Button>
                </SendForm>
            </Show>
            <Fault fault />
        </div>
    }
}
