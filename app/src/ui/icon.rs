//! Phosphor icons from three sprites: what a board shows first, what only the still pages add, and the tools for drawing and for making screens.
//! An icon says nothing by itself: the word beside it does, or the label of its button.
//! It never holds a drawing: `style/assets/icons` has one file for each glyph here, and a test compares the two.

use leptos::prelude::*;

macro_rules! glyphs {
    ($($sprite:literal { $($name:ident = $file:literal,)* })*) => {
        /// An icon of the sprite, named as Phosphor names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the names are Phosphor's own")]
        pub enum Glyph { $($($name),*),* }

        impl Glyph {
            /// All glyphs.
            pub const ALL: &[Glyph] = &[$($(Glyph::$name),*),*];

            /// Its name in the sprite.
            pub fn name(self) -> &'static str {
                match self { $($(Glyph::$name => $file),*),* }
            }

            /// The sprite it stands in.
            pub fn sprite(self) -> &'static str {
                match self { $($(Glyph::$name)|* => $sprite),* }
            }
        }
    };
}

glyphs! {
    "icons" {
        ArrowClockwise = "arrow-clockwise",
        ArrowLeft = "arrow-left",
        ArrowRight = "arrow-right",
        ArrowUUpLeft = "arrow-u-up-left",
        ArrowUUpRight = "arrow-u-up-right",
        Camera = "camera",
        CaretDown = "caret-down",
        CaretLeft = "caret-left",
        CaretUp = "caret-up",
        ChatCircleDots = "chat-circle-dots",
        ChatText = "chat-text",
        Check = "check",
        CheckCircle = "check-circle",
        Circle = "circle",
        CircleHalf = "circle-half",
        DeviceMobile = "device-mobile",
        DotsThree = "dots-three",
        Flag = "flag",
        FrameCorners = "frame-corners",
        Image = "image",
        Lightbulb = "lightbulb",
        Lock = "lock",
        Note = "note",
        PaperPlaneTilt = "paper-plane-tilt",
        PencilSimple = "pencil-simple",
        Play = "play",
        Plus = "plus",
        Question = "question",
        ScribbleLoop = "scribble-loop",
        Star = "star",
        Trash = "trash",
        Warning = "warning",
        X = "x",
    }
    "pages" {
        ArrowBendUpLeft = "arrow-bend-up-left",
        CaretRight = "caret-right",
        ChartBar = "chart-bar",
        ChartBarFill = "chart-bar-fill",
        ChatTextFill = "chat-text-fill",
        CheckCircleFill = "check-circle-fill",
        CircleDashed = "circle-dashed",
        Clock = "clock",
        Compass = "compass",
        Diamond = "diamond",
        DownloadSimple = "download-simple",
        Drop = "drop",
        Eye = "eye",
        Fish = "fish",
        FlagFill = "flag-fill",
        Funnel = "funnel",
        Gear = "gear",
        GraduationCap = "graduation-cap",
        Heartbeat = "heartbeat",
        House = "house",
        HouseFill = "house-fill",
        Info = "info",
        Key = "key",
        LightbulbFill = "lightbulb-fill",
        Lightning = "lightning",
        Link = "link",
        ListChecks = "list-checks",
        ListChecksFill = "list-checks-fill",
        MagnifyingGlass = "magnifying-glass",
        MapPin = "map-pin",
        MapTrifold = "map-trifold",
        Moon = "moon",
        Palette = "palette",
        Path = "path",
        PathFill = "path-fill",
        Plant = "plant",
        QuestionFill = "question-fill",
        Recycle = "recycle",
        SignIn = "sign-in",
        SignOut = "sign-out",
        SortAscending = "sort-ascending",
        SquaresFour = "squares-four",
        SquaresFourFill = "squares-four-fill",
        StarFill = "star-fill",
        Storefront = "storefront",
        Sun = "sun",
        Translate = "translate",
        Truck = "truck",
        UploadSimple = "upload-simple",
        User = "user",
        UserFill = "user-fill",
        Users = "users",
        UsersThree = "users-three",
        UsersThreeFill = "users-three-fill",
        Wrench = "wrench",
    }
    "tools" {
        ArrowsOut = "arrows-out",
        Copy = "copy",
        Cursor = "cursor",
        Hand = "hand",
        Kanban = "kanban",
        LineSegment = "line-segment",
        List = "list",
        Minus = "minus",
        NoteBlank = "note-blank",
        Rectangle = "rectangle",
        Table = "table",
        TextAa = "text-aa",
    }
}

impl Glyph {
    /// Whether it points along the line, and so turns with the direction of reading.
    fn turns(self) -> bool {
        matches!(
            self,
            Glyph::ArrowBendUpLeft
                | Glyph::ArrowLeft
                | Glyph::ArrowRight
                | Glyph::ArrowUUpLeft
                | Glyph::ArrowUUpRight
                | Glyph::CaretLeft
                | Glyph::CaretRight
                | Glyph::ListChecks
                | Glyph::ListChecksFill
                | Glyph::PaperPlaneTilt
                | Glyph::SignIn
                | Glyph::SignOut
        )
    }

    /// The icon of a theme of the programme, by the theme's id.
    pub fn of_theme(id: &str) -> Glyph {
        match id {
            "water" => Glyph::Drop,
            "energy" => Glyph::Lightning,
            "waste-recycling" => Glyph::Recycle,
            "food-agriculture" => Glyph::Plant,
            "sea-fishing" => Glyph::Fish,
            "crafts-heritage" => Glyph::Palette,
            "tourism" => Glyph::Compass,
            "mobility" => Glyph::Truck,
            "health-care" => Glyph::Heartbeat,
            "education-inclusion" => Glyph::GraduationCap,
            "repair-services" => Glyph::Wrench,
            _ => Glyph::Storefront,
        }
    }
}

/// One icon, 24 px, or 20 in dense rows.
#[component]
pub fn Icon(glyph: Glyph) -> impl IntoView {
    let class = if glyph.turns() { "icon icon-turns" } else { "icon" };
    view! {
        <svg class=class viewBox="0 0 256 256" aria-hidden="true" focusable="false">
            <use_ href=href(glyph)></use_>
        </svg>
    }
}

/// The address of a glyph in the sprite, for those who draw their own SVG.
pub fn href(glyph: Glyph) -> String {
    format!("{}/{}.svg#{}", crate::assets::folder(), glyph.sprite(), glyph.name())
}

#[cfg(test)]
mod tests {
    use super::Glyph;
    use std::collections::BTreeSet;

    #[test]
    fn a_sprite_holds_what_is_used_and_nothing_else() {
        let icons = concat!(env!("CARGO_MANIFEST_DIR"), "/../style/assets/icons");
        for (sprite, folder) in [("icons", icons.to_owned()), ("pages", format!("{icons}/pages")), ("tools", format!("{icons}/tools"))] {
            let files: BTreeSet<String> = std::fs::read_dir(folder)
                .expect("the folder of icons")
                .filter_map(|file| {
                    let name = file.ok()?.file_name().into_string().ok()?;
                    name.strip_suffix(".svg").map(str::to_owned)
                })
                .collect();
            let glyphs: BTreeSet<String> =
                Glyph::ALL.iter().filter(|glyph| glyph.sprite() == sprite).map(|glyph| glyph.name().to_owned()).collect();
            assert_eq!(files, glyphs, "{sprite}");
        }
    }
}
