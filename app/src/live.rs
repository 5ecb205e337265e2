//! Pages that live in the browser: the server writes them whole and readable, with what they know beside them as data; the program then
//! builds the same page from that data and puts it in place. All other pages are links and forms, and load no program at all.

#[cfg(not(feature = "ssr"))]
use crate::ui::{ToastArea, Toaster};
use crate::{accounts, board, plain, prototypes};
#[cfg(feature = "ssr")]
use crate::{
    assets,
    locale::{self, key},
    ui::{Glyph, Icon},
};
use leptos::prelude::*;
#[cfg(not(feature = "ssr"))]
use leptos::wasm_split::SplitLoaderError;
use serde::{Deserialize, Serialize};
use shared::access::Actor;

/// What a page knows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Known {
    /// A board.
    Board(board::api::BoardPage),
    /// A board of which one prototype is being made, by the name of its record.
    Prototype(board::api::BoardPage, String),
}

/// What travels beside the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LiveData {
    /// Who reads it.
    pub who: Option<Actor>,
    /// What it knows.
    pub known: Known,
}

/// The page, from what it knows.
#[cfg(feature = "ssr")]
fn drawn(known: Known) -> AnyView {
    match known {
        Known::Board(page) => view! { <board::Opened page /> }.into_any(),
        Known::Prototype(page, prototype) => view! { <prototypes::Opened page prototype /> }.into_any(),
    }
}

/// What draws the page, once its part of the program is here: the page that makes screens is fetched by those who make screens.
#[cfg(not(feature = "ssr"))]
async fn drawing(known: Known) -> Result<Drawing, SplitLoaderError> {
    match known {
        Known::Board(page) => Ok(Box::new(move || view! { <board::Opened page /> }.into_any())),
        Known::Prototype(page, prototype) => screens(page, prototype).await,
    }
}

#[cfg(not(feature = "ssr"))]
type Drawing = Box<dyn FnOnce() -> AnyView>;

#[cfg(not(feature = "ssr"))]
#[leptos::wasm_split::wasm_split(screens, wasm_split_path = ::leptos::wasm_split, fallible)]
fn screens(page: board::api::BoardPage, prototype: String) -> Result<Drawing, SplitLoaderError> {
    Ok(Box::new(move || view! { <prototypes::Opened page prototype /> }.into_any()))
}

/// Writes a page that will live.
#[cfg(feature = "ssr")]
#[component]
pub fn Live(known: Known) -> impl IntoView {
    let data = LiveData { who: accounts::use_who().get_untracked(), known: known.clone() };
    let words = locale::use_words();
    // No text on it can end the element that holds it: a line has no opening angle bracket.
    let lines = plain::write(&data).unwrap_or_default();
    view! {
        <Wake />
        <p class="asleep" role="alert">
            <Icon glyph=Glyph::Warning />
            <span>{words.get(key::FORMS_ASLEEP)}</span>
            <a href="" class="button button-secondary">{words.get(key::ERRORS_AGAIN_WAY)}</a>
        </p>
        <script type=plain::KIND id="live-data" inner_html=lines></script>
        <div id="live" class="live">{drawn(known)}</div>
    }
}

/// Fetches program and words side by side, then wakes the page.
#[cfg(feature = "ssr")]
#[component]
fn Wake() -> impl IntoView {
    let (folder, lang) = (assets::folder(), locale::use_words().lang().code());
    let nonce = leptos::nonce::use_nonce();
    // A page that does not wake stays readable, and says that it is no more than that.
    let script = format!(
        "try{{const program=await import('{folder}/fikra.js');\
         await program.default({{module_or_path:'{folder}/fikra_bg.wasm'}});\
         await program.wake()}}\
         catch(fault){{document.documentElement.dataset.asleep='';throw fault}}"
    );
    view! {
        <link rel="modulepreload" href=format!("{folder}/fikra.js") />
        <link rel="preload" href=format!("{folder}/fikra_bg.wasm") r#as="fetch" r#type="application/wasm" crossorigin="" />
        <link rel="preload" href=format!("{folder}/locale-{lang}.txt") r#as="fetch" crossorigin="" />
        <script type="module" nonce=nonce inner_html=script></script>
    }
}

/// Brings the page to life: `data` is what the server wrote beside it. The document is left as it came when the data does not fit this
/// build, or when its part of the program did not arrive.
#[cfg(not(feature = "ssr"))]
pub async fn wake(place: web_sys::HtmlElement, data: &str) -> bool {
    let Ok(LiveData { who, known }) = plain::read::<LiveData>(data) else { return false };
    let Ok(drawn) = drawing(known).await else { return false };
    let written = place.first_element_child();
    let mounted = leptos::mount::mount_to(place, move || {
        accounts::provide(who);
        Toaster::provide();
        (drawn(), view! { <ToastArea /> }).into_any()
    });
    mounted.forget();
    // What the server wrote goes in the same breath in which the page comes: nothing is painted in between.
    if let Some(written) = written {
        written.remove();
    }
    true
}
