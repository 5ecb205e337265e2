//! Where things stand and what one sees of them: areas, the view, the index of what is placed, lines by hand, the ends of connectors.
//! Pure arithmetic on eighths of a pixel: it never measures text and never asks a browser.

mod connector;
mod index;
mod stroke;
mod view;

pub use connector::{Arrow, arrow};
pub use index::{Index, Placed, SCREEN_STEP, area, standing, stroke as stroke_area};
pub use stroke::simplified;
pub use view::{Area, FAR, FURTHEST, NEAREST, View, eighths};
