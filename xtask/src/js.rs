//! A lighter copy of the script that wasm-bindgen writes: without indentation, blank lines and comments that stand alone.
//! It works on whole lines and never inside one; a script with a text over several lines is left as it is.

/// The script without what only people read.
pub fn minify(js: &str) -> String {
    let mut out = String::with_capacity(js.len());
    let mut comment = false;
    for line in js.lines() {
        let line = line.trim();
        if comment {
            comment = !line.ends_with("*/");
        } else if line.starts_with("/*") {
            if line.find("*/").is_some_and(|end| end + 2 < line.len()) {
                return js.to_owned();
            }
            comment = !line.ends_with("*/");
        } else if line.matches('`').count() % 2 == 1 {
            return js.to_owned();
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn only_comments_and_indentation_go() {
        let js = "/* one */\nfunction a() {\n    // why\n    return 'http://x'; // kept\n\n}\n/**\n * @param {x}\n */\nlet b;\n";
        assert_eq!(minify(js), "function a() {\nreturn 'http://x'; // kept\n}\nlet b;\n");
    }

    #[test]
    fn a_text_over_several_lines_keeps_the_script_whole() {
        let js = "let a = `one\n    two`;\n";
        assert_eq!(minify(js), js);
    }
}
