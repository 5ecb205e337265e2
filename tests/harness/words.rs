//! The words that people read, as the tests look for them: by key, from the same files as the product.

use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path};

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words {
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
        Self { all }
    }

    /// The words of `noun.key`, up to the first placeholder.
    pub fn get(&self, key: &str) -> String {
        let text = self.all.get(key).unwrap_or_else(|| panic!("no words {key}")).as_str().unwrap_or_else(|| panic!("{key} is a plural"));
        text.split('{').next().unwrap_or_default().trim().to_owned()
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
