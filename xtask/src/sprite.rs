//! One picture out of a folder of icons: each icon a symbol named after its file.
//! It fails above the budget and never draws.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::squeeze;

/// The most that the icons of a folder may weigh, in bytes of brotli.
const BUDGET: usize = 8 * 1024;

/// The sprite, or nothing while there are no icons.
pub fn sprite(icons: &Path) -> Result<Option<String>> {
    let Ok(listing) = fs::read_dir(icons) else { return Ok(None) };
    let mut files = listing.map(|item| item.map(|item| item.path())).collect::<Result<Vec<_>, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ext| ext == "svg"));
    files.sort();
    if files.is_empty() {
        return Ok(None);
    }
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">");
    for file in files {
        let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        out.push_str(&symbol(&name, &text).with_context(|| format!("the icon {}", file.display()))?);
    }
    out.push_str("</svg>\n");
    let weight = squeeze::brotli(out.as_bytes())?.len();
    if weight > BUDGET {
        bail!("the icons weigh {weight} bytes (brotli), more than {BUDGET}: vendor only those in use");
    }
    Ok(Some(out))
}

fn symbol(name: &str, svg: &str) -> Result<String> {
    let start = svg.find("<svg").context("no <svg> in it")?;
    let (head, rest) = svg[start..].split_once('>').context("its <svg> does not end")?;
    let (inner, _) = rest.rsplit_once("</svg>").context("no </svg> in it")?;
    let (_, view) = head.split_once("viewBox=\"").context("it has no viewBox")?;
    let (view, _) = view.split_once('"').context("its viewBox does not end")?;
    Ok(format!("<symbol id=\"{name}\" viewBox=\"{view}\" fill=\"currentColor\">{}</symbol>", inner.trim()))
}

#[cfg(test)]
mod tests {
    use super::symbol;

    #[test]
    fn an_icon_becomes_a_symbol_named_after_its_file() {
        let svg = "<svg xmlns=\"x\" viewBox=\"0 0 256 256\" fill=\"currentColor\"><path d=\"M0,0\"/></svg>";
        let told = symbol("check", svg).unwrap();
        assert_eq!(told, "<symbol id=\"check\" viewBox=\"0 0 256 256\" fill=\"currentColor\"><path d=\"M0,0\"/></symbol>");
    }
}
