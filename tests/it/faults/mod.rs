//! What breaks, and what then still holds.

mod leaving;
mod restart;
mod several;
