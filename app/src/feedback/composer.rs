//! Opening a thread on a place: a kind, and words.

use super::{
    OPEN,
    answer::Fault,
    fresh_id,
    seen::AsSeen,
    words::{kind_glyph, kind_help, kind_word},
};
use crate::locale::{key, use_words};
use crate::send::{SendForm, Sending};
use crate::ui::{Button, ButtonKind, Glyph, Icon};
use leptos::prelude::*;
use shared::{
    feedback::{Anchor, REMARK_MAX, ThreadKind},
    ids::{RemarkId, ThreadId, VentureId},
};

/// The form that pins a new thread on `anchor`. To be shown only where `allow(who, OpenThread)` holds.
#[component]
pub fn Composer(
    venture: VentureId,
    anchor: Anchor,
    /// Called with the new thread when the server has it.
    #[prop(optional, into)]
    on_open: Option<Callback<ThreadId>>,
    /// Draws a button to leave; called when it is pressed.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words();
    let ids = RwSignal::new((ThreadId(fresh_id()), RemarkId(fresh_id())));
    let open = Sending::to(OPEN).then(move || {
        let (thread, _) = ids.get_untracked();
        ids.set((ThreadId(fresh_id()), RemarkId(fresh_id())));
        if let Some(on_open) = on_open {
            on_open.run(thread);
        }
    });
    let hidden = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value /> };
    view! {
        <section class="composer" aria-label=words.get(key::FEEDBACK_NEW)>
            <AsSeen anchor=anchor.clone() />
            <SendForm sending=open>
                <div class="form">
                    <input type="hidden" name="thread" value=move || ids.get().0.to_string() />
                    <input type="hidden" name="remark" value=move || ids.get().1.to_string() />
                    {hidden("venture", venture.to_string())}
                    {hidden("anchor[place]", anchor.place.to_string())}
                    {hidden("anchor[frame]", anchor.frame)}
                    {hidden("anchor[part]", anchor.part)}
                    {hidden("anchor[quote][before]", anchor.quote.before)}
                    {hidden("anchor[quote][exact]", anchor.quote.exact)}
                    {hidden("anchor[quote][after]", anchor.quote.after)}
                    {hidden("anchor[seen]", anchor.seen.0.to_string())}
                    <fieldset class="kinds">
                        <legend class="field-label">{words.get(key::FEEDBACK_KIND)}</legend>
                        {ThreadKind::ALL
                            .into_iter()
                            .map(|kind| {
                                view! {
                                    <label class="kind">
                                        <input
                                            type="radio"
                                            name="kind"
                                            value=kind.code()
                                            checked=kind == ThreadKind::Question
                                        />
                                        <Icon glyph=kind_glyph(kind) />
                                        <span class="kind-word">{kind_word(words, kind)}</span>
                                        <span class="kind-help meta">{kind_help(words, kind)}</span>
                                    </label>
                                }
                            })
                            .collect_view()}
                    </fieldset>
                    <div class="field">
                        <label for="composer-words">{words.get(key::FEEDBACK_WORDS)}</label>
                        <textarea
                            id="composer-words"
                            class="input"
                            name="words"
                            rows="4"
                            dir="auto"
                            required=true
                            maxlength=REMARK_MAX.to_string()
                        ></textarea>
                        <Fault fault=open.fault() />
                    </div>
                    <div class="row">
                        <Button glyph=Glyph::PaperPlaneTilt busy=open.busy(words.get(key::FEEDBACK_SENDING))>{words.get(key::FEEDBACK_SEND)}</Button>
                        {on_cancel
                            .map(|on_cancel| {
                                view! {
                                    <Button kind=ButtonKind::Quiet kind_of="button" on:click=move |_| on_cancel.run(())>
                                        {words.get(key::FEEDBACK_CANCEL)}
                                    </Button>
                                }
                            })}
                    </div>
                </div>
            </SendForm>
        </section>
    }
}
