//! What stands round every page: brand, navigation by role, the switches of language and theme. It never loads anything.

#[cfg(feature = "ssr")]
mod frame;
#[cfg(feature = "ssr")]
mod navigation;
mod switches;

#[cfg(feature = "ssr")]
pub use frame::{Frame, is_bare};
#[cfg(feature = "ssr")]
pub use navigation::{home, places};
#[cfg(feature = "ssr")]
pub(crate) use switches::names;
pub use switches::{LangSwitch, ThemeSwitch};
