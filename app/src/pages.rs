//! The list of pages, and what stands round each. Only on the server: it writes every page.

use crate::{
    accounts::{self, Landing, Me, Welcome},
    board, cards,
    chrome::Frame,
    classes, context,
    errors::{NotFound, OfflinePage},
    examples, feedback, groups, notices, portfolio, programme, prototypes, reports,
    returned::{self, ShutOut},
    selfcheck, sharing, today, traffic, ventures,
};
use leptos::{prelude::*, tachys::reactive_graph::OwnedView};
use leptos_meta::{Title, provide_meta_context};
use leptos_router::SsrMode;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

/// A page that waits for what it shows. It keeps the owner of all that was made meanwhile until it is written: without it, the signals of
/// its buttons and forms would now and then be gone by then, and the page with them.
pub(crate) fn loaded(page: impl Future<Output = AnyView> + Send + 'static) -> impl IntoView {
    Suspend::new(async move { OwnedView::new(page.await) })
}

/// All pages, in their frame.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    accounts::provide(context::visit().actor);
    if let Some(refused) = returned::shut_out() {
        return view! {
            <Title formatter=titled />
            <Router>
                <Frame>
                    <ShutOut refused />
                </Frame>
            </Router>
        }
        .into_any();
    }
    view! {
        <Title formatter=titled />
        <Router>
            <Frame>
                <Routes fallback=Elsewhere>
                    <Route path=path!("/") view=Landing ssr=SsrMode::Async />
                    <Route path=path!("/offline") view=OfflinePage ssr=SsrMode::Async />
                    <Route path=path!("/demo") view=accounts::DoorsPage ssr=SsrMode::Async />
                    <Route path=path!("/demo/play") view=prototypes::DemoPlay ssr=SsrMode::Async />
                    <Route path=path!("/example") view=examples::ExamplesPage ssr=SsrMode::Async />
                    <Route path=path!("/example/:key") view=examples::ExamplePage ssr=SsrMode::Async />
                    <Route path=path!("/example/:key/board") view=examples::ExampleBoard ssr=SsrMode::Async />
                    <Route path=path!("/example/:key/prototypes/:prototype/play") view=examples::ExamplePlay ssr=SsrMode::Async />
                    <Route path=path!("/welcome") view=Welcome ssr=SsrMode::Async />
                    <Route path=path!("/me") view=Me ssr=SsrMode::Async />
                    <Route path=path!("/ventures/new") view=ventures::NewVenturePage ssr=SsrMode::Async />
                    <Route path=path!("/join") view=ventures::JoinPage ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture") view=ventures::VenturePage ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture/cards/:card") view=cards::CardPage ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture/share") view=sharing::SharePage ssr=SsrMode::Async />
                    <Route path=path!("/p/:token") view=prototypes::PlayByLink ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture/path") view=programme::PathPage ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture/board") view=board::Board ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture/prototypes/:record") view=prototypes::EditPage ssr=SsrMode::Async />
                    <Route path=path!("/v/:venture/prototypes/:record/play") view=prototypes::Play ssr=SsrMode::Async />
                    <Route path=path!("/feedback") view=feedback::FeedbackPage ssr=SsrMode::Async />
                    <Route path=path!("/data") view=traffic::DataPage ssr=SsrMode::Async />
                    <Route path=path!("/today") view=today::TodayPage ssr=SsrMode::Async />
                    <Route path=path!("/groups") view=groups::GroupsPage ssr=SsrMode::Async />
                    <Route path=path!("/groups/:group") view=groups::GroupPage ssr=SsrMode::Async />
                    <Route path=path!("/groups/:group/cards") view=groups::CardsPage ssr=SsrMode::Async />
                    <Route path=path!("/people/:person") view=groups::PersonPage ssr=SsrMode::Async />
                    <Route path=path!("/groups/:group/class") view=classes::ClassPage ssr=SsrMode::Async />
                    <Route path=path!("/portfolio") view=portfolio::PortfolioPage ssr=SsrMode::Async />
                    <Route path=path!("/portfolio/groups") view=portfolio::GroupsNeedPage ssr=SsrMode::Async />
                    <Route path=path!("/portfolio/assign/:group") view=portfolio::AssignPage ssr=SsrMode::Async />
                    <Route path=path!("/notices") view=notices::NoticesPage ssr=SsrMode::Async />
                    <Route path=path!("/report") view=reports::ReportPage ssr=SsrMode::Async />
                    <Route path=path!("/reports") view=reports::ReportsPage ssr=SsrMode::Async />
                    <Route path=path!("/portfolio/:venture") view=portfolio::PortfolioVenturePage ssr=SsrMode::Async />
                    <Route path=path!("/self-check") view=selfcheck::SelfCheckPage ssr=SsrMode::Async />
                </Routes>
            </Frame>
        </Router>
    }
    .into_any()
}

/// What stands where no page is: that there is none. A development build shows the parts of the interface at `/ui`.
#[component]
fn Elsewhere() -> impl IntoView {
    #[cfg(debug_assertions)]
    if crate::place::path() == "/ui" {
        return view! { <crate::ui::Gallery /> }.into_any();
    }
    view! { <NotFound /> }.into_any()
}

/// A page's whole title. It is written between its tags as it stands, so what people typed must not end them.
fn titled(page: String) -> String {
    let page = page.replace('&', "&amp;").replace('<', "&lt;");
    if page.is_empty() { "Fikra".to_owned() } else { format!("{page} · Fikra") }
}
