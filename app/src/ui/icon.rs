//! Phosphor icons from the one sprite. An icon says nothing by itself: the word beside it does, or the label of its button.
//! It never holds a drawing: `style/assets/icons` has one file for each glyph here, and a test compares the two.

use leptos::prelude::*;

macro_rules! glyphs {
    ($($name:ident = $file:literal),* $(,)?) => {
        /// An icon of the sprite, named as Phosphor names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the names are Phosphor's own")]
        pub enum Glyph { $($name),* }

        impl Glyph {
            /// All glyphs.
            pub const ALL: &[Glyph] = &[$(Glyph::$name),*];

            /// Its name in the sprite.
            pub fn name(self) -> &'static str {
                match self { $(Glyph::$name => $file),* }
            }
        }
    };
}

glyphs! {
    ArrowBendUpLeft = "arrow-bend-up-left",
    ArrowClockwise = "arrow-clockwise",
    ArrowLeft = "arrow-left",
    ArrowRight = "arrow-right",
    ArrowUUpLeft = "arrow-u-up-left",
    ArrowUUpRight = "arrow-u-up-right",
    ArrowsOut = "arrows-out",
    Camera = "camera",
    CaretDown = "caret-down",
    CaretLeft = "caret-left",
    CaretRight = "caret-right",
    CaretUp = "caret-up",
    ChartBar = "chart-bar",
    ChartBarFill = "chart-bar-fill",
    ChatCircleDots = "chat-circle-dots",
    ChatText = "chat-text",
    ChatTextFill = "chat-text-fill",
    Check = "check",
    CheckCircle = "check-circle",
    CheckCircleFill = "check-circle-fill",
    Circle = "circle",
    CircleDashed = "circle-dashed",
    CircleHalf = "circle-half",
    Clock = "clock",
    Compass = "compass",
    Copy = "copy",
    Cursor = "cursor",
    DeviceMobile = "device-mobile",
    Diamond = "diamond",
    DotsThree = "dots-three",
    DownloadSimple = "download-simple",
    Drop = "drop",
    Eye = "eye",
    Fish = "fish",
    Flag = "flag",
    FlagFill = "flag-fill",
    FrameCorners = "frame-corners",
    Funnel = "funnel",
    Gear = "gear",
    GraduationCap = "graduation-cap",
    Hand = "hand",
    Heartbeat = "heartbeat",
    House = "house",
    HouseFill = "house-fill",
    Image = "image",
    Info = "info",
    Kanban = "kanban",
    Key = "key",
    Lightbulb = "lightbulb",
    LightbulbFill = "lightbulb-fill",
    Lightning = "lightning",
    LineSegment = "line-segment",
    Link = "link",
    List = "list",
    ListChecks = "list-checks",
    ListChecksFill = "list-checks-fill",
    Lock = "lock",
    MagnifyingGlass = "magnifying-glass",
    MapPin = "map-pin",
    MapTrifold = "map-trifold",
    Minus = "minus",
    Moon = "moon",
    Note = "note",
    NoteBlank = "note-blank",
    Palette = "palette",
    PaperPlaneTilt = "paper-plane-tilt",
    Path = "path",
    PathFill = "path-fill",
    PencilSimple = "pencil-simple",
    Plant = "plant",
    Play = "play",
    Plus = "plus",
    Question = "question",
    QuestionFill = "question-fill",
    Rectangle = "rectangle",
    Recycle = "recycle",
    ScribbleLoop = "scribble-loop",
    SignIn = "sign-in",
    SignOut = "sign-out",
    SortAscending = "sort-ascending",
    SquaresFour = "squares-four",
    SquaresFourFill = "squares-four-fill",
    Star = "star",
    StarFill = "star-fill",
    Storefront = "storefront",
    Sun = "sun",
    Table = "table",
    TextAa = "text-aa",
    Translate = "translate",
    Trash = "trash",
    Truck = "truck",
    UploadSimple = "upload-simple",
    User = "user",
    UserFill = "user-fill",
    Users = "users",
    UsersThree = "users-three",
    UsersThreeFill = "users-three-fill",
    Warning = "warning",
    Wrench = "wrench",
    X = "x",
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
    format!("{}/icons.svg#{}", crate::assets::folder(), glyph.name())
}

#[cfg(test)]
mod tests {
    use super::Glyph;
    use std::collections::BTreeSet;

    #[test]
    fn the_sprite_holds_what_is_used_and_nothing_else() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../style/assets/icons");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("the folder of icons")
            .filter_map(|file| {
                let name = file.ok()?.file_name().into_string().ok()?;
                name.strip_suffix(".svg").map(str::to_owned)
            })
            .collect();
        let glyphs: BTreeSet<String> = Glyph::ALL.iter().map(|g| g.name().to_owned()).collect();
        assert_eq!(files, glyphs);
    }
}
