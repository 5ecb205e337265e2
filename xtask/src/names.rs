//! Short names between the wasm and its script. wasm-bindgen ends each with a hash that no compression shrinks, and a phone pays for it in
//! both files.

use anyhow::{Context, Result, bail};

/// The script that the wasm imports from, as wasm-bindgen calls it.
const SCRIPT: &str = "./fikra_bg.js";

/// How the names of exports begin that only the script calls.
const CALLED: &str = "wasm_bindgen__";

/// Renames what the two have between them.
///
/// # Errors
/// When a name does not stand in the script as wasm-bindgen writes it; a new version may write it otherwise.
pub fn shorten(wasm: &mut Vec<u8>, script: &mut String) -> Result<()> {
    let mut config = walrus::ModuleConfig::new();
    let mut module = config.generate_name_section(false).generate_producers_section(false).parse(wasm).context("reading the wasm")?;
    for (at, import) in module.imports.iter_mut().filter(|import| import.module == SCRIPT).enumerate() {
        let name = short(at);
        let (before, after) = (format!("\n{}: ", import.name), format!("\n{name}: "));
        if script.matches(&before).count() != 1 {
            bail!("the script does not say once what {} is", import.name);
        }
        *script = script.replacen(&before, &after, 1);
        import.name = name;
    }
    for (at, export) in module.exports.iter_mut().filter(|export| export.name.starts_with(CALLED)).enumerate() {
        let name = format!("call_{at}");
        *script = each_whole(script, &export.name, &name);
        export.name = name;
    }
    *wasm = module.emit_wasm();
    Ok(())
}

/// `a`, `b`, …, `z`, `ba`, …
fn short(at: usize) -> String {
    let letter = char::from(b'a' + (at % 26) as u8);
    if at < 26 { letter.to_string() } else { format!("{}{letter}", short(at / 26)) }
}

/// Replaces a name where it is not a part of a longer one.
fn each_whole(text: &str, name: &str, by: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, found) = rest.split_at(at);
        let after = &found[name.len()..];
        out.push_str(before);
        let longer = after.chars().next().is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        out.push_str(if longer { name } else { by });
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{each_whole, short};

    #[test]
    fn short_names_differ() {
        let names: std::collections::BTreeSet<String> = (0..2_000).map(short).collect();
        assert_eq!((names.len(), short(0), short(25), short(26)), (2_000, "a".to_owned(), "z".to_owned(), "ba".to_owned()));
    }

    #[test]
    fn a_name_inside_a_longer_one_stays() {
        assert_eq!(each_whole("f_1(wasm.f_1, f_1_15, f_12)", "f_1", "x"), "x(wasm.x, f_1_15, f_12)");
    }
}
