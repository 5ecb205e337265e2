//! The themes' icons, drawn into the picture: a picture of its own reaches no sprite.

/// What stands inside the icon of a theme, in a box of 256.
pub(super) fn of_theme(id: &str) -> &'static str {
    macro_rules! icon {
        ($name:literal) => {
            include_str!(concat!("../../../style/assets/icons/pages/", $name, ".svg"))
        };
    }
    let svg = match id {
        "water" => icon!("drop"),
        "energy" => icon!("lightning"),
        "waste-recycling" => icon!("recycle"),
        "food-agriculture" => icon!("plant"),
        "sea-fishing" => icon!("fish"),
        "crafts-heritage" => icon!("palette"),
        "tourism" => icon!("compass"),
        "mobility" => icon!("truck"),
        "health-care" => icon!("heartbeat"),
        "education-inclusion" => icon!("graduation-cap"),
        "repair-services" => icon!("wrench"),
        _ => icon!("storefront"),
    };
    let inside = svg.split_once('>').map_or("", |(_, rest)| rest);
    inside.rsplit_once("</svg>").map_or("", |(inside, _)| inside)
}

#[cfg(test)]
mod tests {
    use super::of_theme;
    use crate::ui::Glyph;

    #[test]
    fn each_theme_has_the_drawing_that_its_pages_show() {
        for theme in shared::reference::themes(shared::Lang::Fr) {
            let file = format!("{}/../style/assets/icons/pages/{}.svg", env!("CARGO_MANIFEST_DIR"), Glyph::of_theme(&theme.id).name());
            let icon = std::fs::read_to_string(&file).expect("an icon");
            assert!(of_theme(&theme.id).starts_with("<path") && icon.contains(of_theme(&theme.id)), "{}", theme.id);
        }
    }
}
