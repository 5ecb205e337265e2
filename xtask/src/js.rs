//! A lighter copy of the scripts that stand round the wasm: one instead of two, without indentation, blank lines and comments that stand
//! alone. It works on whole lines and never inside one; a script with a text over several lines is left as it is.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

/// One script of two: the one that wasm-bindgen writes, and the loader of the parts that it imports under `link`. A phone asks once less.
///
/// # Errors
/// When the two do not know each other as they should; a new version of either may write other lines.
pub fn join(script: &str, loader: &str, link: &str) -> Result<String> {
    let from = format!(" from \"{link}\"");
    let import = |line: &'_ str| line.strip_prefix("import * as ").and_then(|rest| rest.strip_suffix(from.as_str())).map(str::to_owned);
    let names: Vec<String> = script.lines().filter_map(import).collect();
    let parts: BTreeSet<&str> = loader.lines().filter_map(|line| line.strip_prefix("export const ")?.split_whitespace().next()).collect();
    if names.is_empty() || parts.is_empty() {
        bail!("the script of the wasm and the loader of its parts do not fit: {names:?} {parts:?}");
    }
    let parts = Vec::from_iter(parts).join(",");
    let ours = script.lines().filter(|line| import(line).is_none()).map(str::to_owned);
    let theirs = loader.lines().filter(|line| !line.starts_with("import ")).map(|line| line.trim_start_matches("export ").to_owned());
    let bound = names.iter().map(|name| format!("const {name} = {{{parts}}};"));
    Ok(ours.chain(theirs).chain(bound).collect::<Vec<_>>().join("\n"))
}

/// The script without the classes whose names begin like that, and what stands there for them alone. Their doors into the wasm are gone.
pub fn forget(script: &str, class: &str) -> String {
    let (whole, first, lone) = (format!("export class {class}"), format!("const {class}"), format!("if (Symbol.dispose) {class}"));
    let mut end = "";
    let kept = script.lines().filter(|line| {
        if end.is_empty() {
            end = match line {
                line if line.starts_with(&whole) => "}",
                line if line.starts_with(&first) => ";",
                line => return !line.starts_with(&lone),
            };
        }
        // A class ends at the margin, a constant where its last line does.
        if *line == "}" || (end == ";" && line.ends_with(';')) {
            end = "";
        }
        false
    });
    kept.collect::<Vec<_>>().join("\n")
}

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
    use super::{forget, join, minify};

    #[test]
    fn only_comments_and_indentation_go() {
        let js = "/* one */\nfunction a() {\n    // why\n    return 'http://x'; // kept\n\n}\n/**\n * @param {x}\n */\nlet b;\n";
        assert_eq!(minify(js), "function a() {\nreturn 'http://x'; // kept\n}\nlet b;\n");
    }

    #[test]
    fn a_class_that_nobody_makes_goes_with_all_that_is_there_for_it() {
        let js = "export class Theirs {\n    free() {\n    }\n}\nif (Symbol.dispose) Theirs.prototype.x = 1;\nfunction ours() {\n}\n\
                  const TheirsEnd = (no)\n    ? { a: () => {} }\n    : new End(ptr => 1);\nconst b = 2;";
        assert_eq!(forget(js, "Theirs"), "function ours() {\n}\nconst b = 2;");
        assert_eq!(forget(js, "Nobody"), js);
    }

    #[test]
    fn a_loader_becomes_part_of_the_script() {
        let script = "import * as import1 from \"./parts.js\"\nlet a = {\"./parts.js\": import1};\nexport { initSync };";
        let loader = "import { initSync } from \"./fikra.js\";\nexport const load_a = () => {\n};\nconst b = 1;";
        let one = join(script, loader, "./parts.js").unwrap();
        assert_eq!(
            one,
            "let a = {\"./parts.js\": import1};\nexport { initSync };\nconst load_a = () => {\n};\nconst b = 1;\nconst import1 = {load_a};"
        );
        assert!(join("let a;", loader, "./parts.js").is_err());
    }

    #[test]
    fn a_text_over_several_lines_keeps_the_script_whole() {
        let js = "let a = `one\n    two`;\n";
        assert_eq!(minify(js), js);
    }
}
