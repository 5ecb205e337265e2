//! What axe-core finds on each page: nothing serious, nothing critical. And what moves although the person has asked that nothing moves.

use super::{Faults, LANGUAGES, lines, open, pages_of, seats};
use acceptance::{Demonstration, Reader, lens::Window};

/// axe-core 4.14.1, as its makers ship it (MPL-2.0).
const AXE: &str = include_str!("../../../harness/assets/axe.min.js");

/// Its findings, one a line: how bad, which rule, on what.
const RUN: &str = r"
return axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations
  .filter(found => ['serious', 'critical'].includes(found.impact))
  .flatMap(found => found.nodes.slice(0, 3).map(node =>
    `${found.impact} ${found.id}: ${node.html.slice(0, 160)} (${node.any.concat(node.all, node.none)[0]?.message ?? found.help})`)));";

/// What still takes longer than a hundredth of a second.
const MOVES: &str = r"
const slow = [];
for (const e of document.querySelectorAll('*')) for (const part of [null, '::before', '::after']) {
  const s = getComputedStyle(e, part);
  const most = list => Math.max(...list.split(',').map(parseFloat));
  if (most(s.transitionDuration) > .01 || (s.animationName !== 'none' && most(s.animationDuration) > .01)) slow.push(`moves ${e.tagName}.${e.getAttribute('class')}${part ?? ''}`);
}
return [...new Set(slow)].slice(0, 5);";

#[tokio::test]
async fn axe_finds_nothing_serious_on_any_page_and_nothing_moves_against_a_wish() {
    let _room = seats(1).await;
    let demonstration = Demonstration::open().await;
    let mut faults = Faults::default();
    let browser = demonstration.browser().await;
    browser.know_lines().await;
    browser.begin_with(AXE).await;
    for reader in Reader::ALL {
        demonstration.seat(&browser, reader).await;
        for page in pages_of(reader) {
            // A phone by day, a desk by night: every rule, layout and theme once in each language.
            for (window, theme) in [(Window::PHONE, "light"), (Window::DESK, "dark")] {
                browser.resize(window).await;
                browser.theme(theme).await;
                for lang in LANGUAGES {
                    browser.speak(lang).await;
                    open(&browser, &demonstration, page).await;
                    for script in [RUN, MOVES] {
                        faults.add(&format!("{} {lang} {theme}", page.name), lines(&browser, script, Vec::new()).await);
                    }
                }
            }
        }
    }
    browser.close_but(super::EXPECTED).await;
    faults.none();
}
