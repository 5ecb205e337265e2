//! The answer field of a thread. What was typed stays until the server has it; a second send of the same answer changes nothing.

use super::{api::Answer as Send, fresh_id};
use crate::error::AppError;
use crate::errors;
use crate::locale::{key, use_words};
use crate::ui::{Button, Glyph, Icon};
use leptos::{form::ActionForm, html, prelude::*};
use shared::{
    feedback::REMARK_MAX,
    ids::{RemarkId, ThreadId},
};

/// Writes one more remark; the team may say that it is done.
#[component]
pub(super) fn Answer(
    thread: ThreadId,
    /// Whether the reader belongs to the team.
    #[prop(into)]
    team: Signal<bool>,
    next: Option<String>,
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words();
    let send = ServerAction::<Send>::new();
    let remark = RwSignal::new(RemarkId(fresh_id()));
    let field = NodeRef::<html::Textarea>::new();
    let done = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(Ok(())) = send.value().get() {
            if let Some(field) = field.get_untracked() {
                field.set_value("");
            }
            if let Some(done) = done.get_untracked() {
                done.set_checked(false);
            }
            remark.set(RemarkId(fresh_id()));
            if let Some(on_change) = on_change {
                on_change.run(());
            }
        }
    });
    let id = format!("answer-{thread}");
    let fault = Memo::new(move |_| send.value().with(|v| v.as_ref().and_then(|v| v.as_ref().err().cloned())));
    let busy = Signal::derive(move || send.pending().get().then(|| words.get(key::FEEDBACK_SENDING).to_owned()));
    view! {
        <div class="answer">
            <ActionForm action=send>
                <div class="form">
                    <input type="hidden" name="thread" value=thread.to_string() />
                    <input type="hidden" name="remark" value=move || remark.get().to_string() />
                    {next.map(|next| view! { <input type="hidden" name="next" value=next /> })}
                    <div class="field">
                        <label for=id.clone()>{words.get(key::FEEDBACK_ANSWER)}</label>
                        <textarea
                            id=id.clone()
                            node_ref=field
                            class="input"
                            name="words"
                            rows="3"
                            dir="auto"
                            required=true
                            maxlength=REMARK_MAX.to_string()
                            aria-invalid=move || fault.with(Option::is_some).then_some("true")
                        ></textarea>
                        <Fault fault />
                    </div>
                    <Show when=move || team.get()>
                        <label class="tick">
                            <input type="checkbox" name="says" value="done" node_ref=done />
                            <span>{words.get(key::FEEDBACK_IT_IS_DONE)}</span>
                        </label>
                    </Show>
                    <div class="row">
                        <Button glyph=Glyph::PaperPlaneTilt busy>{words.get(key::FEEDBACK_SEND)}</Button>
                    </div>
                </div>
            </ActionForm>
        </div>
    }
}

/// What went wrong with a form, under its field.
#[component]
pub(super) fn Fault(#[prop(into)] fault: Signal<Option<AppError>>) -> impl IntoView {
    let words = use_words();
    move || {
        fault.get().map(|error| {
            view! {
                <p class="field-error" role="alert">
                    <Icon glyph=Glyph::Warning />
                    <span>{errors::said(words, &error)}</span>
                </p>
            }
        })
    }
}
