//! Forms that need no script, and are sent from the page where there is one: what was typed stays until the server has it.
//! It knows the address and nothing of what is sent; the server function behind the address judges.

use crate::error::AppError;
use leptos::{ev::SubmitEvent, prelude::*};

/// A form on its way. Copy it into any handler.
#[derive(Clone, Copy)]
pub struct Sending {
    path: &'static str,
    busy: RwSignal<bool>,
    fault: RwSignal<Option<AppError>>,
    done: StoredValue<Option<Callback<()>>>,
}

impl Sending {
    /// To the server function at this address. Where a form came back without a script, its fault is known from the start.
    pub fn to(path: &'static str) -> Self {
        Self { path, busy: RwSignal::new(false), fault: RwSignal::new(returned(path)), done: StoredValue::new(None) }
    }

    /// Called when the server has it; the fields are empty then.
    pub fn then(self, done: impl Fn() + Send + Sync + 'static) -> Self {
        self.done.set_value(Some(Callback::new(move |()| done())));
        self
    }

    /// What a button says while it travels.
    pub fn busy(self, words: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.busy.get().then(|| words.to_owned()))
    }

    /// Why it was not taken.
    pub fn fault(self) -> Signal<Option<AppError>> {
        self.fault.into()
    }
}

/// A form that goes to a server function.
#[component]
pub fn SendForm(sending: Sending, children: Children) -> impl IntoView {
    view! {
        <form method="post" action=sending.path on:submit=move |event| submitted(sending, &event)>
            {page(sending.path)}
            {children()}
        </form>
    }
    .into_any()
}

/// The fault of a form that was sent without a script and came back.
#[cfg(feature = "ssr")]
fn returned(path: &str) -> Option<AppError> {
    crate::returned::Returned::to(path).why().cloned()
}

#[cfg(not(feature = "ssr"))]
fn returned(_path: &str) -> Option<AppError> {
    None
}

/// The page that a form comes back to once more.
#[cfg(feature = "ssr")]
fn page(path: &str) -> impl IntoView + use<> {
    let returned = crate::returned::Returned::to(path).came_back();
    returned.then(|| view! { <input type="hidden" name="page" value=crate::place::address() /> })
}

#[cfg(not(feature = "ssr"))]
fn page(_path: &str) {}

/// What was typed in a form that came back; nothing in one that is sent by a script, which keeps its fields.
#[cfg(feature = "ssr")]
pub fn typed(path: &str, name: &str) -> Option<String> {
    crate::returned::Returned::to(path).typed(name).map(crate::ui::inside)
}

/// What was typed in a form that came back; nothing in one that is sent by a script, which keeps its fields.
#[cfg(not(feature = "ssr"))]
pub fn typed(_path: &str, _name: &str) -> Option<&'static str> {
    None
}

#[cfg(feature = "ssr")]
fn submitted(_sending: Sending, _event: &SubmitEvent) {}

#[cfg(not(feature = "ssr"))]
fn submitted(sending: Sending, event: &SubmitEvent) {
    use wasm_bindgen::JsCast;
    event.prevent_default();
    let form = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlFormElement>().ok());
    let Some(form) = form.filter(|_| !sending.busy.get_untracked()) else { return };
    sending.busy.set(true);
    sending.fault.set(None);
    leptos::task::spawn_local(async move {
        let answer = crate::ask::send(sending.path, &form).await;
        // The page may have been left meanwhile.
        if sending.busy.try_set(false).is_some() {
            return;
        }
        match answer {
            Ok(()) => {
                form.reset();
                if let Some(done) = sending.done.get_value() {
                    done.run(());
                }
            }
            Err(error) => sending.fault.set(Some(error)),
        }
    });
}
