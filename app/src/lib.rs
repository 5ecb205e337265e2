//! All that a person sees, one source compiled twice: `ssr` on the server, `hydrate` in the browser.
//! It never names SQL, never opens a socket on the server, and holds no word that people read: those are in `locales`.
#![recursion_limit = "512"]
#![allow(
    missing_docs,
    reason = "the macros make a struct of every component's and server function's arguments, whose names say what they are"
)]

pub mod accounts;
pub mod assets;
pub mod board;
pub mod chrome;
#[cfg(feature = "ssr")]
pub mod context;
pub mod error;
pub mod errors;
pub mod feedback;
pub mod locale;
pub mod programme;
pub mod prototypes;
pub mod selfcheck;
#[cfg(feature = "ssr")]
mod shell;
pub mod ui;
pub mod ventures;

#[cfg(feature = "ssr")]
pub use shell::shell;

use accounts::{Landing, Me, Welcome, provide_who};
use chrome::Frame;
use errors::NotFound;
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::SsrMode;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;
use ui::{ToastArea, Toaster};

/// The whole interface: what stands round every page, and the list of pages.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_who();
    Toaster::provide();
    view! {
        <Title formatter=|page: String| if page.is_empty() { "Fikra".to_owned() } else { format!("{page} · Fikra") } />
        <Router>
            <Frame>
                <Routes fallback=NotFound>
                    <Route path=path!("/") view=Landing ssr=SsrMode::Async />
                    <Route path=path!("/welcome") view=Welcome ssr=SsrMode::Async />
                    <Route path=path!("/me") view=Me ssr=SsrMode::Async />
                    <Route path=path!("/ventures/new") view=ventures::NewVenturePage ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture") view=ventures::VenturePage ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture/board") view=board::Board ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture/prototypes/:record/play") view=prototypes::Play ssr=SsrMode::Async />
                    <Route path=path!("/feedback") view=feedback::FeedbackPage ssr=SsrMode::Async />
                    <Route path=path!("/self-check") view=selfcheck::SelfCheckPage ssr=SsrMode::Async />
                </Routes>
            </Frame>
            <ToastArea />
        </Router>
    }
}
