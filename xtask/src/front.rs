//! Builds the front end: cargo for wasm, wasm-bindgen as a library, then everything a browser loads in one hashed folder.
//! It never builds the server: the two halves of `app` must not meet in one build.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::assets::{self, Files, Siblings};
use crate::commands::{cargo_front, succeed_beside};
use crate::places::Places;
use crate::{css, js, locales, machine, names, sprite, stamp};

/// What the wasm is made from.
const WASM_INPUTS: [&str; 4] = ["app", "frontend", "shared", "xtask/src"];

/// The script that loads the lazy modules.
const LINK: &str = "./__wasm_split.js";

/// How the classes begin that a crate of leptos brings along and nothing of ours makes.
const STREAMS: &str = "IntoUnderlying";

/// What else stands in the folder.
const ASSET_INPUTS: [&str; 1] = ["style"];

/// Which build of the front end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// Small, for people.
    Release,
    /// Quick to build, for the one who develops.
    Debug,
}

/// A built front end.
pub struct Site {
    /// The folder the server is given: it holds `current` and `pkg`.
    pub folder: PathBuf,
    /// The folder of the current files.
    pub files: PathBuf,
}

impl Flavour {
    fn profile(self) -> &'static str {
        match self {
            Flavour::Release => "wasm-release",
            Flavour::Debug => "dev",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Flavour::Release => "wasm-release",
            Flavour::Debug => "debug",
        }
    }

    fn site(self, places: &Places) -> PathBuf {
        match self {
            Flavour::Release => places.target.join("site"),
            Flavour::Debug => places.target.join("site-dev"),
        }
    }
}

/// Builds what changed and gives the site.
pub fn site(places: &Places, flavour: Flavour) -> Result<Site> {
    let folder = flavour.site(places);
    let name = format!("site-{}", flavour.folder());
    let inputs: Vec<&str> = WASM_INPUTS.into_iter().chain(ASSET_INPUTS).collect();
    let stamp = stamp::of(places, &inputs)?;
    if stamp::stands(places, &name, &stamp)
        && let Some(files) = assets::current(&folder)
    {
        belongs(places, &folder)?;
        return Ok(Site { folder, files });
    }
    let mut all = wasm(places, flavour)?;
    collect(places, &mut all)?;
    let siblings = match flavour {
        Flavour::Release => Siblings::Written,
        Flavour::Debug => Siblings::Left,
    };
    let files = assets::publish(&folder, &all, siblings)?;
    belongs(places, &folder)?;
    stamp::keep(places, &name, &stamp)?;
    Ok(Site { folder, files })
}

/// Says beside the front end what it was built of.
fn belongs(places: &Places, folder: &Path) -> Result<()> {
    fs::write(folder.join("build"), crate::kinship::of(&places.root)?).context("writing what the front end was built of")
}

/// The wasm and its script, from memory where no source changed.
fn wasm(places: &Places, flavour: Flavour) -> Result<Files> {
    let name = format!("bindgen-{}", flavour.folder());
    let kept = places.memory().join(&name);
    let stamp = stamp::of(places, &WASM_INPUTS)?;
    if !(stamp::stands(places, &name, &stamp) && kept.join("fikra_bg.wasm").is_file()) {
        machine::wasm_target(places)?;
        let begun = Instant::now();
        let mut cargo = cargo_front(places);
        cargo.args(["rustc", "-p", "frontend", "--target", "wasm32-unknown-unknown", "--profile", flavour.profile()]);
        // Splitting moves functions between modules: it needs to know where each address stands.
        cargo.args(["--", "-Clink-args=--emit-relocs"]);
        succeed_beside(&mut cargo, "front")?;
        let built = places.front_target().join("wasm32-unknown-unknown").join(flavour.folder()).join("frontend.wasm");
        let _ = fs::remove_dir_all(&kept);
        bindgen(split(&built, &kept)?, &kept, flavour)?;
        eprintln!("{:>6} | built in {:.0} s", "front", begun.elapsed().as_secs_f32());
        stamp::keep(places, &name, &stamp)?;
    }
    let mut files = Files::new();
    read_into(&kept, "", &mut files)?;
    if let Some(name) = files.keys().find(|name| name.contains('/')) {
        bail!("a crate of the front end brings the script {name} along: each is one more request, and the server serves plain names only");
    }
    if let Some(loader) = files.remove(LINK.trim_start_matches("./")) {
        let script = files.entry("fikra.js".to_owned()).or_default();
        *script = js::join(&String::from_utf8_lossy(script), &String::from_utf8_lossy(&loader), LINK)?.into_bytes();
    }
    if flavour == Flavour::Release {
        for (name, bytes) in &mut files {
            if name.ends_with(".js") {
                *bytes = js::minify(&js::forget(&String::from_utf8_lossy(bytes), STREAMS)).into_bytes();
            } else if name.ends_with(".wasm") {
                *bytes = nameless(bytes).with_context(|| format!("reading {name}"))?;
            }
        }
        shorten(&mut files)?;
    }
    Ok(files)
}

/// Gives the program and its script short names for what they have between them.
fn shorten(files: &mut Files) -> Result<()> {
    let (Some(mut wasm), Some(script)) = (files.remove("fikra_bg.wasm"), files.remove("fikra.js")) else {
        bail!("the program lacks a half")
    };
    let mut script = String::from_utf8(script)?;
    names::shorten(&mut wasm, &mut script)?;
    files.insert("fikra_bg.wasm".to_owned(), wasm);
    files.insert("fikra.js".to_owned(), script.into_bytes());
    Ok(())
}

/// Moves what is marked lazy into modules of its own and gives the rest, for wasm-bindgen.
fn split(wasm: &Path, into: &Path) -> Result<Vec<u8>> {
    let whole = fs::read(wasm).with_context(|| format!("reading {}", wasm.display()))?;
    let main = into.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = into;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = "./fikra.js";
    let parts = wasm_split_cli_support::transform(options).map_err(|fault| anyhow!("splitting the wasm: {fault:?}"))?;
    if parts.split_modules.is_empty() {
        fs::remove_file(into.join(LINK))?;
    }
    let rest = fs::read(&main)?;
    fs::remove_file(&main)?;
    Ok(rest)
}

fn bindgen(wasm: Vec<u8>, into: &Path, flavour: Flavour) -> Result<()> {
    let debug = flavour == Flavour::Debug;
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("fikra", wasm).keep_lld_exports(true).web(true)?;
    bindgen.typescript(false).debug(debug).keep_debug(debug).remove_name_section(!debug).remove_producers_section(!debug);
    let mut output = bindgen.generate_output().context("wasm-bindgen")?;
    if !debug {
        output.wasm_mut().customs.remove_raw("target_features");
        forget_streams(output.wasm_mut());
    }
    output.emit(into).context("writing what wasm-bindgen made")
}

/// A module without what only people read: the parts that were split off keep the name of every function, half of what they weigh.
fn nameless(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut config = walrus::ModuleConfig::new();
    let mut module = config.generate_name_section(false).generate_producers_section(false).parse(wasm)?;
    module.customs.remove_raw("target_features");
    Ok(module.emit_wasm())
}

/// A crate that leptos brings along hands three classes of streams to scripts. Nothing of ours makes one, and what a script could call
/// stays in the program otherwise.
fn forget_streams(wasm: &mut walrus::Module) {
    let theirs = |name: &str| name.trim_start_matches("__wbg_").starts_with(&STREAMS.to_lowercase());
    let doors: Vec<walrus::ExportId> = wasm.exports.iter().filter(|door| theirs(&door.name)).map(|door| door.id()).collect();
    for door in doors {
        wasm.exports.delete(door);
    }
    walrus::passes::gc::run(wasm);
}

/// Everything but the wasm: style sheet, icons, words and the files of `style/assets`.
fn collect(places: &Places, files: &mut Files) -> Result<()> {
    let style = places.root.join("style");
    for name in css::SHEETS {
        files.insert(name.to_owned(), css::sheet(&style, name)?.into_bytes());
    }
    for (name, folder) in [("icons.svg", "assets/icons"), ("pages.svg", "assets/icons/pages"), ("tools.svg", "assets/icons/tools")] {
        if let Some(icons) = sprite::sprite(&style.join(folder))? {
            files.insert(name.to_owned(), icons.into_bytes());
        }
    }
    for lang in locales::LANGUAGES {
        let words = locales::merged(&places.root.join("app/locales"), lang, locales::Words::Live).map_err(|fault| anyhow!(fault))?;
        files.insert(format!("locale-{lang}.txt"), words.into_bytes());
    }
    let mut plain = Files::new();
    read_into(&style.join("assets"), "", &mut plain)?;
    plain.retain(|name, _| !name.starts_with("icons/") && !name.ends_with(".md"));
    files.append(&mut plain);
    Ok(())
}

fn read_into(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    let Ok(listing) = fs::read_dir(folder) else { return Ok(()) };
    for item in listing {
        let item = item?;
        let name = format!("{prefix}{}", item.file_name().to_string_lossy());
        if item.path().is_dir() {
            read_into(&item.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(item.path())?);
        }
    }
    Ok(())
}
