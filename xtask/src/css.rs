//! One style sheet out of a folder: tokens, base, the parts of the interface, then one file a feature, in the order of their names.
//! `style/` is what every page loads, `style/pages/` what the still pages load besides, `style/canvas/` and `style/prototypes/` what comes
//! with them.
//! It drops comments and spare spaces only; it never reorders or rewrites a rule.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The whole style sheet, lightly minified.
pub fn sheet(style: &Path) -> Result<String> {
    let mut order = vec![style.join("tokens.css"), style.join("base.css")];
    let parts = sheets(&style.join("ui"))?;
    let features = sheets(style)?;
    order.extend(parts);
    for feature in features {
        if !order.contains(&feature) {
            order.push(feature);
        }
    }
    let mut whole = String::new();
    for file in order.iter().filter(|file| file.is_file()) {
        whole.push_str(&fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?);
        whole.push('\n');
    }
    Ok(minify(&whole))
}

fn sheets(folder: &Path) -> Result<Vec<PathBuf>> {
    let Ok(listing) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for item in listing {
        let path = item?.path();
        if path.is_file() && path.extension().is_some_and(|ext| ext == "css") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Without comments, and with white space only where it separates two words.
pub fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut chars = css.chars().peekable();
    let mut space = false;
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'*') => {
                chars.next();
                let mut star = false;
                for inner in chars.by_ref() {
                    if star && inner == '/' {
                        break;
                    }
                    star = inner == '*';
                }
                space = true;
            }
            c if c.is_ascii_whitespace() => space = true,
            '"' | '\'' => {
                separate(&mut out, &mut space, c);
                out.push(c);
                copy_string(&mut chars, c, &mut out);
            }
            c => {
                separate(&mut out, &mut space, c);
                if c == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(c);
            }
        }
    }
    out
}

/// Writes the space that stands before `next` unless one of its neighbours makes it useless.
fn separate(out: &mut String, space: &mut bool, next: char) {
    let useless_before = |c| matches!(c, '{' | '}' | ';' | ',');
    let useless_after = |c| matches!(c, '{' | '}' | ';' | ',' | ':');
    if std::mem::take(space) && !useless_before(next) && !out.chars().next_back().is_none_or(useless_after) {
        out.push(' ');
    }
}

fn copy_string(chars: &mut impl Iterator<Item = char>, quote: char, out: &mut String) {
    let mut escaped = false;
    for c in chars {
        out.push(c);
        if c == quote && !escaped {
            return;
        }
        escaped = c == '\\' && !escaped;
    }
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn comments_and_spare_spaces_go() {
        assert_eq!(
            minify("/* a */ a , b > c {\n  color : red ;\n margin: 0 calc(1px + 2px);\n}\n"),
            "a,b > c{color :red;margin:0 calc(1px + 2px)}"
        );
    }

    #[test]
    fn what_means_something_stays() {
        assert_eq!(minify("a :hover{}"), "a :hover{}");
        assert_eq!(minify("a::after { content: \" /* x */  ; \" }"), "a::after{content:\" /* x */  ; \"}");
        assert_eq!(minify("a{content:'it\\'s  }'}"), "a{content:'it\\'s  }'}");
        assert_eq!(minify("@media (min-width: 600px) and (hover) { a { b: c } }"), "@media (min-width:600px) and (hover){a{b:c}}");
        assert_eq!(minify("a { margin: 1px/* */2px }"), "a{margin:1px 2px}");
    }
}
