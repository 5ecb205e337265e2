//! Names that turn their direction, look like markup or are as long as a line: no page is wider than its window for them, nothing turns round them,
//! and nothing of them becomes markup.

use super::{Faults, LANGUAGES, lines, open, pages_of, seats};
use acceptance::{Demonstration, Reader, lens::Window};

/// What is wrong, one a line. A name that turns is well kept where it stands alone in something that takes its own direction, or between the signs
/// that isolate it.
const WRONG: &str = r"
const page = document.documentElement, found = [];
if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} px wide in ${page.clientWidth}`);
const scrolls = e => { for (let up = e; up && up !== document.body; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true; return false; };
for (const e of document.querySelectorAll('body *')) {
  if (e.children.length || !e.textContent.trim() || e.closest('.canvas, .only-read, .skip, svg, [aria-hidden=true]') || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  const box = e.getBoundingClientRect();
  if (box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(e)) found.push(`beyond the window: ${e.tagName}.${e.className} «${e.textContent.trim().slice(0, 30)}»`);
}
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walk.nextNode(); text; text = walk.nextNode()) {
  const at = text.data.search(/[\u202a-\u202e]/), of = text.parentElement;
  if (at < 0 || of.closest('script, title, option, textarea') || !of.checkVisibility()) continue;
  const isolated = text.data.lastIndexOf('\u2068', at) > text.data.lastIndexOf('\u2069', at);
  const alone = e => /isolate|plaintext/.test(getComputedStyle(e).unicodeBidi);
  if (!isolated && !alone(of)) found.push(`turns: ${of.tagName}.${of.className} «${JSON.stringify(of.textContent.trim().slice(0, 40))}»`);
}
if ([...document.querySelectorAll('b')].some(b => b.textContent === 'x')) found.push('a name became markup');
return [...new Set(found)].slice(0, 6);";

#[tokio::test]
async fn no_name_turns_overflows_or_breaks_a_page() {
    let _room = seats(1).await;
    let demonstration = Demonstration::of_rude_names().await;
    let browser = demonstration.browser().await;
    browser.know_lines().await;
    let mut faults = Faults::default();
    for reader in Reader::ALL {
        demonstration.seat(&browser, reader).await;
        for page in pages_of(reader) {
            for lang in LANGUAGES {
                browser.speak(lang).await;
                browser.resize(Window::PHONE).await;
                open(&browser, &demonstration, page).await;
                faults.add(&format!("{} {lang}", page.name), lines(&browser, WRONG, Vec::new()).await);
            }
        }
    }
    browser.close_but(super::EXPECTED).await;
    faults.none();
}
