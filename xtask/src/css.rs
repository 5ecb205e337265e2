//! Style sheets out of parts: `style/fikra.css`, `pages.css`, `canvas.css` and `prototypes.css` say in `@import` lines what they are made of, in order.
//! A browser gets each as one file. It drops comments and spare spaces only; it never reorders or rewrites a rule.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The style sheets by the names of their files, each of which imports its parts.
pub const SHEETS: [&str; 4] = ["fikra.css", "pages.css", "canvas.css", "prototypes.css"];

/// A sheet of that folder with all that it imports, lightly minified.
pub fn sheet(style: &Path, name: &str) -> Result<String> {
    let read = |name: &str| fs::read_to_string(style.join(name)).with_context(|| format!("reading style/{name}"));
    let mut whole = String::new();
    for line in minify(&read(name)?).split_terminator(';') {
        let Some(part) = line.trim().strip_prefix("@import \"").and_then(|rest| rest.strip_suffix('"')) else {
            bail!("style/{name} imports parts and says nothing else, but here it says: {line}")
        };
        whole.push_str(&read(part)?);
        whole.push('\n');
    }
    Ok(minify(&whole))
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
