//! The `fikra` binary.
fn main() {}
