//! The words that people read, as the tests look for them: by key, from the same files as the product.

use serde_json::Value;
use shared::{Lang, programme::Template};
use std::{collections::BTreeMap, fs, path::Path};

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words {
    lang: Lang,
    all: BTreeMap<String, Value>,
}

impl Words {
    /// Reads the locale files of a language.
    pub fn load(lang: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/locales").join(lang);
        let mut all = BTreeMap::new();
        for entry in fs::read_dir(&folder).expect("the locales") {
            let path = entry.expect("a file").path();
            let noun = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let words: BTreeMap<String, Value> = serde_json::from_str(&fs::read_to_string(&path).expect("text")).expect("JSON");
            all.extend(words.into_iter().map(|(key, value)| (format!("{noun}.{key}"), value)));
        }
        Self { lang: Lang::from_code(lang).expect("a language"), all }
    }

    /// What a sheet is called.
    pub fn sheet(&self, template: &str) -> String {
        self.template(template).name
    }

    /// What a block of a sheet is called.
    pub fn block(&self, template: &str, block: &str) -> String {
        let found = self.template(template).blocks.into_iter().find(|other| other.id == block);
        found.unwrap_or_else(|| panic!("no block {block} in {template}")).name
    }

    /// The words of an option of a block.
    pub fn option(&self, template: &str, block: &str, at: usize) -> String {
        let found =
            self.template(template).blocks.into_iter().find(|other| other.id == block).and_then(|block| block.options.into_iter().nth(at));
        found.unwrap_or_else(|| panic!("no option {at} of {block} in {template}"))
    }

    fn template(&self, id: &str) -> Template {
        shared::reference::templates(self.lang).into_iter().find(|other| other.id == id).unwrap_or_else(|| panic!("no sheet {id}"))
    }

    /// The words of `noun.key`, up to the first placeholder.
    pub fn get(&self, key: &str) -> String {
        let text = self.all.get(key).unwrap_or_else(|| panic!("no words {key}")).as_str().unwrap_or_else(|| panic!("{key} is a plural"));
        text.split('{').next().unwrap_or_default().trim().to_owned()
    }

    /// All forms of the plural `noun.key`, with their placeholders.
    pub fn forms(&self, key: &str) -> impl Iterator<Item = &str> {
        self.all
            .get(key)
            .unwrap_or_else(|| panic!("no words {key}"))
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(_, form)| form.as_str())
    }

    /// All texts, every form of a plural for itself.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.all.values().flat_map(|value| match value {
            Value::String(text) => vec![text.as_str()],
            Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => Vec::new(),
        })
    }
}
