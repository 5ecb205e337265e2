//! Every page walked by Tab alone, in French and Arabic: all that can be used is reached, in the order in which it is read, in a place where it
//! is seen and no bar lies over it, with a ring round it; nothing holds the focus; the first stop leads past the navigation.

use super::{Faults, lines, open, pages_of, seats};
use acceptance::{Demonstration, Reader, browser::Browser, lens::Window};
use serde_json::json;

/// The longest way round a page.
const MOST: usize = 700;

/// Marks all that the keyboard must reach and answers how much it is. Of radios of one name, the chosen one stands for all.
const MARK: &str = r"
const root = document.querySelector('dialog[open]') ?? document;
const all = [...root.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true]')].filter(e =>
  !e.disabled && !e.matches(':disabled') && e.tabIndex >= 0 && !e.closest('[inert]') && e.checkVisibility({ visibilityProperty: true }));
const chosen = e => e.type !== 'radio' || !e.name || (e.checked || ![...document.getElementsByName(e.name)].some(o => o.checked && o.form === e.form))
  && (e.checked || all.find(o => o.type === 'radio' && o.name === e.name && o.form === e.form) === e);
window.toReach = new Set(all.filter(chosen));
// A dialog opens with the focus in it.
window.reached = new Set(root === document ? [] : [document.activeElement]);
window.before = undefined;
return window.toReach.size;";

/// Where the focus stands: `end` when the way has gone round, else what is wrong there, else nothing.
const STAND: &str = r"
const e = document.activeElement;
if (!e || e === document.body || window.reached.has(e)) return 'end';
window.reached.add(e);
const name = `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} «${(e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 40)}»`;
const shown = e.matches('input[type=radio], input[type=checkbox], input[type=file]') && e.labels?.[0] || e;
const ring = at => at && getComputedStyle(at).outlineStyle !== 'none' && parseFloat(getComputedStyle(at).outlineWidth) >= 3;
const drawn = e.closest('svg') && [...e.children].some(part => parseFloat(getComputedStyle(part).strokeWidth) >= 3);
if (!drawn && ![e, shown, e.nextElementSibling].some(ring)) return `no ring round ${name}`;
const before = window.before;
window.before = e;
// What stands beside its neighbour comes after it in the direction of reading.
if (before?.parentElement === e.parentElement && before.offsetParent && before.offsetParent === e.offsetParent && before.offsetTop === e.offsetTop) {
  const onward = e.offsetLeft - before.offsetLeft, mirrored = getComputedStyle(e.parentElement).direction === 'rtl';
  if (mirrored ? onward > 0 : onward < 0) return `${name} is read before its neighbour and comes after it`;
}
const barred = () => {
  const box = shown.getClientRects()[0];
  // Of a text, the line with the caret is brought into view.
  if (box.height > innerHeight / 2 || e.matches('textarea')) return false;
  return [[.5, .03], [.5, .97], [.03, .5], [.97, .5]].some(([x, y]) => {
    const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    for (let bar = hit; bar && !bar.contains(e); bar = bar.parentElement) if (/fixed|sticky/.test(getComputedStyle(bar).position)) return !shown.contains(hit);
    return false;
  });
};
const seen = () => {
  const box = shown.getClientRects()[0];
  const points = [[.5, .5], [.15, .5], [.85, .5], [.5, .2], [.5, .8]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
  return points.some(([x, y]) => { const hit = document.elementFromPoint(x, y); return hit && (shown.contains(hit) || hit.contains(shown) && !hit.matches('html, body, main, .live')); });
};
if (seen() && !barred()) return '';
return new Promise(later => setTimeout(() => later(
  !seen() ? `something lies over ${name}, or it is outside the window` : barred() ? `a bar lies over a part of ${name}` : ''), 80));";

/// What was not reached, of what is still there.
const LEFT: &str = r"
return [...window.toReach].filter(e => e.isConnected && !window.reached.has(e) && e.checkVisibility({ visibilityProperty: true }))
  .slice(0, 6).map(e => `not reached: ${e.outerHTML.slice(0, 140)}`);";

/// A page that begins at a fault, in the middle, is walked from its start as well.
const START: &str = "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');";

#[tokio::test]
async fn each_page_is_walked_by_keyboard_alone_in_french() {
    walked("fr").await;
}

#[tokio::test]
async fn each_page_is_walked_by_keyboard_alone_in_arabic() {
    walked("ar").await;
}

async fn walked(lang: &str) {
    let _room = seats(1).await;
    let demonstration = Demonstration::open().await;
    let mut faults = Faults::default();
    let browser = demonstration.browser().await;
    browser.know_lines().await;
    for reader in Reader::ALL {
        demonstration.seat(&browser, reader).await;
        browser.speak(lang).await;
        browser.theme("light").await;
        // What an address leads to begins in the middle; the same page stands in the list without it.
        for page in pages_of(reader).filter(|page| !page.path.contains('#')) {
            for window in [Window::PHONE, Window::DESK] {
                browser.resize(window).await;
                open(&browser, &demonstration, page).await;
                faults.add(&format!("{} at {}", page.name, window.width), walk(&browser).await);
            }
        }
    }
    browser.close_but(super::EXPECTED).await;
    faults.none();
}

/// Goes round the page; answers what is wrong on the way.
async fn walk(browser: &Browser) -> Vec<String> {
    browser.script(MARK, Vec::new()).await;
    // Where a dialog is open, the way stays in it.
    let dialog = browser.script("return !!document.querySelector('dialog[open]')", Vec::new()).await == json!(true);
    if !dialog {
        browser.script(START, Vec::new()).await;
    }
    let mut faults = Vec::new();
    for stop in 0..MOST {
        browser.key("Tab", TAB).await;
        let stand = browser.script(STAND, Vec::new()).await;
        let stand = stand.as_str().unwrap_or_default();
        if stop == 0 && !dialog && browser.script("return document.activeElement.matches('.skip')", Vec::new()).await != json!(true) {
            faults.push("the first stop does not lead past the navigation".to_owned());
        }
        match stand {
            "end" => break,
            "" => {}
            fault => faults.push(fault.to_owned()),
        }
    }
    faults.extend(lines(browser, LEFT, Vec::new()).await);
    if !dialog {
        faults.extend(skips(browser).await);
    }
    faults.truncate(8);
    faults
}

/// The first stop, pressed: the focus stands in the page itself.
async fn skips(browser: &Browser) -> Option<String> {
    let way = browser.script("const way = document.querySelector('.skip'); way?.focus(); return !!way", Vec::new()).await;
    browser.key("Enter", ENTER).await;
    let there = browser.script("return document.activeElement.id === 'main' && location.hash === '#main'", Vec::new()).await;
    (way != json!(true) || there != json!(true)).then(|| "the way past the navigation leads nowhere".to_owned())
}

const TAB: u32 = 9;
const ENTER: u32 = 13;
