//! The answer field of a thread. What was typed stays until the server has it; a second send of the same answer changes nothing.

use super::{ANSWER, fresh_id};
use crate::error::AppError;
use crate::errors;
use crate::locale::{key, use_words};
use crate::send::{SendForm, Sending, typed};
use crate::ui::{Button, Glyph, Icon};
use leptos::prelude::*;
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
    let remark = RwSignal::new(RemarkId(fresh_id()));
    let send = Sending::to(ANSWER).then(move || {
        remark.set(RemarkId(fresh_id()));
        if let Some(on_change) = on_change {
            on_change.run(());
        }
    });
    let id = format!("answer-{thread}");
    view! {
        <div class="answer">
            <SendForm sending=send>
                <div class="form">
                    <input type="hidden" name="thread" value=thread.to_string() />
                    <input type="hidden" name="remark" value=move || remark.get().to_string() />
                    {next.map(|next| view! { <input type="hidden" name="next" value=next /> })}
                    <div class="field">
                        <label for=id.clone()>{words.get(key::FEEDBACK_ANSWER)}</label>
                        <textarea
                            id=id.clone()
                            class="input"
                            name="words"
                            rows="3"
                            dir="auto"
                            required=true
                            maxlength=REMARK_MAX.to_string()
                            aria-invalid=move || send.fault().with(Option::is_some).then_some("true")
                        >
                            {typed(ANSWER, "words")}
                        </textarea>
                        <Fault fault=send.fault() />
                    </div>
                    <Show when=move || team.get()>
                        <label class="answer-done">
                            <input type="checkbox" name="says" value="done" checked=typed(ANSWER, "says").is_some() />
                            <span>{words.get(key::FEEDBACK_IT_IS_DONE)}</span>
                        </label>
                    </Show>
                    <div class="row">
                        <Button glyph=Glyph::PaperPlaneTilt busy=send.busy(words.get(key::FEEDBACK_SENDING))>{words.get(key::FEEDBACK_SEND)}</Button>
                    </div>
                </div>
            </SendForm>
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
