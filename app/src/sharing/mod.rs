//! Sharing: a venture's page with those who may see it, a prototype with anybody, by a link that ends. Only on the server: links and forms.
//! It never widens what a link opens: each page behind one asks its own rule.

mod address;
pub mod api;
mod deeds;
mod links;
mod page;
mod parts;

pub(crate) use address::whole;
pub use page::SharePage;
pub(crate) use parts::ShareLink;
