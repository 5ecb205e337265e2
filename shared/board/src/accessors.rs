//! Reading a record. A field that was never written has its default; nothing here writes.

use crate::{
    id::{AssetId, BlockId, RecordId, Seq},
    record::{
        BlockValue, Colour, Direction, Field, FieldKey, Kind, LinkKind, OrderKey, Outline, Parent, Point, Record, Size, TextKey, WidgetKind,
    },
};

/// `field!(self, Position(p) => *p)`: what is found in the first field of that kind.
macro_rules! field {
    ($record:expr, $key:ident ( $($bound:ident),* ) => $value:expr) => {
        $record.fields.iter().find_map(|(field, _)| match field {
            Field::$key($($bound),*) => Some($value),
            _ => None,
        })
    };
}

impl Record {
    /// Where it lives.
    pub fn parent(&self) -> &Parent {
        &self.home.parent
    }

    /// Its order among the siblings.
    pub fn order(&self) -> &OrderKey {
        &self.home.order
    }

    /// Top left corner relative to the parent; the origin until it was put somewhere.
    pub fn position(&self) -> Point {
        field!(self, Position(point) => *point).unwrap_or_default()
    }

    /// Width and height; the kind's own until it was resized.
    pub fn size(&self) -> Size {
        field!(self, Size(size) => *size).unwrap_or_else(|| self.kind.default_size())
    }

    /// Colour.
    pub fn colour(&self) -> Colour {
        field!(self, Colour(colour) => *colour).unwrap_or_default()
    }

    /// Outline of a shape.
    pub fn outline(&self) -> Outline {
        field!(self, Outline(outline) => *outline).unwrap_or_default()
    }

    /// Is it ticked.
    pub fn done(&self) -> bool {
        field!(self, Done(done) => *done).unwrap_or_default()
    }

    /// The two ends of a connector or link.
    pub fn ends(&self) -> Option<(RecordId, RecordId)> {
        field!(self, Ends(from, to) => (*from, *to))
    }

    /// Points of a stroke relative to its position.
    pub fn points(&self) -> &[Point] {
        field!(self, Points(points) => points.as_slice()).unwrap_or_default()
    }

    /// The stored picture.
    pub fn asset(&self) -> Option<&AssetId> {
        field!(self, Asset(asset) => asset.as_ref()).flatten()
    }

    /// The first screen of a prototype, where one was chosen.
    pub fn first_screen(&self) -> Option<RecordId> {
        field!(self, FirstScreen(screen) => *screen).flatten()
    }

    /// The screen a hotspot leads to.
    pub fn target(&self) -> Option<RecordId> {
        field!(self, Target(screen) => *screen).flatten()
    }

    /// What a widget is.
    pub fn widget(&self) -> WidgetKind {
        field!(self, Widget(kind) => *kind).unwrap_or_default()
    }

    /// What a link says.
    pub fn link(&self) -> LinkKind {
        field!(self, Link(kind) => *kind).unwrap_or_default()
    }

    /// Template of a frame, the template's version, and the direction its blocks are laid in.
    pub fn template(&self) -> Option<(&str, u16, Direction)> {
        field!(self, Template(name, version, direction) => (name.as_str(), *version, *direction))
    }

    /// Value of a block of a frame; empty until it was filled.
    pub fn value(&self, block: &BlockId) -> BlockValue {
        let found = self.fields.iter().find_map(|(field, _)| match field {
            Field::Value(name, value) if name == block => Some(*value),
            _ => None,
        });
        found.unwrap_or(BlockValue::Empty)
    }

    /// The words of [`TextKey::Body`].
    pub fn words(&self) -> &str {
        self.text(&TextKey::Body)
    }

    /// The words of a text; empty until someone wrote.
    pub fn text(&self, key: &TextKey) -> &str {
        self.texts.iter().find(|(k, _)| k == key).map(|(_, text)| text.words.as_str()).unwrap_or_default()
    }

    /// The operation that last changed a text; `Seq(0)` until someone wrote.
    pub fn text_seq(&self, key: &TextKey) -> Seq {
        self.texts.iter().find(|(k, _)| k == key).map(|(_, text)| text.seq).unwrap_or_default()
    }

    /// The operation that last wrote a field; `Seq(0)` when none did.
    pub fn written(&self, key: &FieldKey) -> Seq {
        if *key == FieldKey::Home {
            return self.home.seq;
        }
        self.fields.iter().find(|(field, _)| field.is(key)).map(|(_, seq)| *seq).unwrap_or_default()
    }

    /// A field as it stands, to be written back later; `None` when it was never written.
    pub fn field(&self, key: &FieldKey) -> Option<Field> {
        if *key == FieldKey::Home {
            return Some(Field::Home(self.home.parent.clone(), self.home.order.clone()));
        }
        self.fields.iter().find(|(field, _)| field.is(key)).map(|(field, _)| field.clone())
    }

    /// All texts that were ever written.
    pub fn texts(&self) -> impl Iterator<Item = (&TextKey, &str)> {
        self.texts.iter().map(|(key, text)| (key, text.words.as_str()))
    }

    /// All block values that were ever written.
    pub fn values(&self) -> impl Iterator<Item = (&BlockId, BlockValue)> {
        self.fields.iter().filter_map(|(field, _)| match field {
            Field::Value(block, value) => Some((block, *value)),
            _ => None,
        })
    }
}

impl Field {
    /// The field's name.
    pub fn key(&self) -> FieldKey {
        match self {
            Self::Home(..) => FieldKey::Home,
            Self::Position(_) => FieldKey::Position,
            Self::Size(_) => FieldKey::Size,
            Self::Colour(_) => FieldKey::Colour,
            Self::Outline(_) => FieldKey::Outline,
            Self::Done(_) => FieldKey::Done,
            Self::Ends(..) => FieldKey::Ends,
            Self::Points(_) => FieldKey::Points,
            Self::Asset(_) => FieldKey::Asset,
            Self::FirstScreen(_) => FieldKey::FirstScreen,
            Self::Target(_) => FieldKey::Target,
            Self::Widget(_) => FieldKey::Widget,
            Self::Link(_) => FieldKey::Link,
            Self::Template(..) => FieldKey::Template,
            Self::Value(block, _) => FieldKey::Value(block.clone()),
        }
    }

    /// Has it this name.
    pub fn is(&self, key: &FieldKey) -> bool {
        match (self, key) {
            (Self::Value(block, _), FieldKey::Value(name)) => block == name,
            (field, key) => field.key() == *key,
        }
    }
}

impl FieldKey {
    /// What a record of this kind reads as until the field is written; `None` where there is no such value to write.
    pub fn unwritten(&self, kind: Kind) -> Option<Field> {
        match self {
            Self::Position => Some(Field::Position(Point::default())),
            Self::Size => Some(Field::Size(kind.default_size())),
            Self::Colour => Some(Field::Colour(Colour::default())),
            Self::Outline => Some(Field::Outline(Outline::default())),
            Self::Done => Some(Field::Done(false)),
            Self::Asset => Some(Field::Asset(None)),
            Self::FirstScreen => Some(Field::FirstScreen(None)),
            Self::Target => Some(Field::Target(None)),
            Self::Widget => Some(Field::Widget(WidgetKind::default())),
            Self::Link => Some(Field::Link(LinkKind::default())),
            Self::Value(block) => Some(Field::Value(block.clone(), BlockValue::Empty)),
            Self::Home | Self::Ends | Self::Points | Self::Template => None,
        }
    }
}

impl Kind {
    /// Width and height of a record that was never resized, in eighths of a pixel.
    pub const fn default_size(self) -> Size {
        let (w, h) = match self {
            Self::Note => (200, 120),
            Self::Text => (240, 48),
            Self::Shape => (160, 120),
            Self::Image => (240, 180),
            Self::Frame => (960, 640),
            Self::Prototype => (960, 760),
            Self::Screen => (360, 640),
            Self::Hotspot => (120, 48),
            Self::Widget => (312, 48),
            Self::Connector | Self::Stroke | Self::Link => (1, 1),
        };
        Size { w: w * 8, h: h * 8 }
    }
}

impl TextKey {
    /// The block whose text it is.
    pub fn block(&self) -> Option<&BlockId> {
        match self {
            Self::Body => None,
            Self::Block(block) => Some(block),
        }
    }
}
