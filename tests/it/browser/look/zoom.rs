//! Pages that are enlarged: nothing scrolls sideways and nothing is cut off at 200 %, on the narrowest window, and with letters twice as large.

use super::{Faults, LANGUAGES, lines, open, pages_of, seats};
use acceptance::{Demonstration, Reader, lens::Window};
use serde_json::json;

/// What sticks out or is cut off, one a line. What a person can scroll to is neither; a board's canvas is a window on
/// something larger, and a row that leads to the whole may show its beginning.
const CUT: &str = r"
document.documentElement.style.fontSize = arguments[0];
const page = document.documentElement, found = [];
if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} px wide in ${page.clientWidth}`);
const name = e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} «${e.textContent.trim().slice(0, 40)}»`;
const scrolls = e => { for (let up = e; up && up !== document.body; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true; return false; };
const apart = '.canvas, .only-read, .skip, svg, [aria-hidden=true], textarea, input, select';
for (const e of document.querySelectorAll('body *')) {
  if (e.closest(apart) || !e.checkVisibility({ visibilityProperty: true }) || !e.textContent.trim()) continue;
  const s = getComputedStyle(e);
  const aside = e.clientWidth <= 1 || e.closest('thead')?.clientWidth <= 1 || s.opacity === '0' || (s.webkitLineClamp !== 'none' && e.closest('a, .board-bar'));
  if (aside) continue;
  if (/hidden|clip/.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1 && s.display !== 'inline') found.push(`cut in its line: ${name(e)}`);
  if (/hidden|clip/.test(s.overflowY) && e.scrollHeight > e.clientHeight + 4 && s.display !== 'inline') found.push(`cut below: ${name(e)}`);
  if (e.children.length === 0) {
    const box = e.getBoundingClientRect();
    if (box.width && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(e)) found.push(`beyond the window: ${name(e)}`);
  }
}
document.documentElement.style.fontSize = '';
return found.slice(0, 6);";

/// The windows: 200 % at a desk, 400 % of it, and a phone whose letters are twice as large.
const VIEWS: [(Window, &str, &str); 3] = [
    (Window { width: 640, height: 400, phone: false }, "", "at 200 %"),
    (Window { width: 320, height: 568, phone: true }, "", "at 320 px"),
    (Window::PHONE, "200%", "with large letters"),
];

#[tokio::test]
async fn enlarged_pages_do_not_scroll_sideways_and_cut_nothing_off() {
    let _room = seats(1).await;
    let demonstration = Demonstration::open().await;
    let mut faults = Faults::default();
    let browser = demonstration.browser().await;
    browser.know_lines().await;
    for reader in Reader::ALL {
        demonstration.seat(&browser, reader).await;
        for page in pages_of(reader) {
            for lang in LANGUAGES {
                browser.speak(lang).await;
                for (window, letters, said) in VIEWS {
                    browser.resize(window).await;
                    open(&browser, &demonstration, page).await;
                    faults.add(&format!("{} {lang} {said}", page.name), lines(&browser, CUT, vec![json!(letters)]).await);
                }
            }
        }
    }
    browser.close_but(super::EXPECTED).await;
    faults.none();
}
