//! What a board is made of. A record is a kind, a parent, an order among its siblings, fields and texts.

use crate::id::{AssetId, Author, BlockId, RecordId, Seq};
use minicbor::{Decode, Encode};

/// What a record is. Numbers are wire format: never reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Kind {
    /// A note, in a block or free on the board; also an item of a `list`, `checklist` or `evidence` block.
    #[n(0)]
    Note,
    /// Free text without a paper behind it.
    #[n(1)]
    Text,
    /// Rectangle, ellipse or diamond.
    #[n(2)]
    Shape,
    /// A line bound at both ends.
    #[n(3)]
    Connector,
    /// A free-hand line.
    #[n(4)]
    Stroke,
    /// A picture, free on the board, in a block or on a screen.
    #[n(5)]
    Image,
    /// An instance of a template.
    #[n(6)]
    Frame,
    /// A set of screens.
    #[n(7)]
    Prototype,
    /// One screen of a prototype.
    #[n(8)]
    Screen,
    /// A place on a screen that leads to another screen.
    #[n(9)]
    Hotspot,
    /// A drawn part of a screen.
    #[n(10)]
    Widget,
    /// A typed relation between two records.
    #[n(11)]
    Link,
}

/// Where a record lives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub enum Parent {
    /// Free on the board.
    #[n(0)]
    Board,
    /// Inside a frame, prototype or screen record.
    #[n(1)]
    Record(#[n(0)] RecordId),
    /// In a block of a frame; flows by order key and has no position.
    #[n(2)]
    Block(#[n(0)] RecordId, #[n(1)] BlockId),
}

/// A fractional key: siblings sort by (key, id). Lower-case letters and digits, 1–64 bytes, never ends in `0`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct OrderKey(#[n(0)] pub String);

/// A point in eighths of a pixel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
pub struct Point {
    /// To the right.
    #[n(0)]
    pub x: i32,
    /// Down.
    #[n(1)]
    pub y: i32,
}

/// A size in eighths of a pixel, both at least 8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
pub struct Size {
    /// Width.
    #[n(0)]
    pub w: i32,
    /// Height.
    #[n(1)]
    pub h: i32,
}

/// The colour of a note, shape or stroke: the names of `style/tokens.css`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Colour {
    /// The first one.
    #[default]
    #[n(0)]
    Saffron,
    /// Green.
    #[n(1)]
    Mint,
    /// Blue.
    #[n(2)]
    Sky,
    /// Red-pink.
    #[n(3)]
    Rose,
    /// Violet.
    #[n(4)]
    Lilac,
    /// Paper.
    #[n(5)]
    Plain,
}

/// Outline of a shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Outline {
    /// Four corners.
    #[default]
    #[n(0)]
    Rectangle,
    /// Round.
    #[n(1)]
    Ellipse,
    /// Four corners, on one of them.
    #[n(2)]
    Diamond,
}

/// What a widget on a screen looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum WidgetKind {
    /// A button.
    #[default]
    #[n(0)]
    Button,
    /// An input field.
    #[n(1)]
    Field,
    /// A list row.
    #[n(2)]
    List,
    /// A row of tabs.
    #[n(3)]
    Tabs,
    /// The head of a screen.
    #[n(4)]
    Header,
}

/// What a link says of its two ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum LinkKind {
    /// The first tests the second.
    #[default]
    #[n(0)]
    Tests,
    /// The first supports the second.
    #[n(1)]
    Supports,
    /// The first contradicts the second.
    #[n(2)]
    Contradicts,
    /// The first changes the second.
    #[n(3)]
    Changes,
}

/// Direction in which a frame's blocks are laid, for every reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Direction {
    /// Left to right.
    #[default]
    #[n(0)]
    Ltr,
    /// Right to left.
    #[n(1)]
    Rtl,
}

/// The value of a `scale`, `choice` or `number` block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
pub enum BlockValue {
    /// Emptied.
    #[n(0)]
    Empty,
    /// 1–4 (5 where the template says so).
    #[n(1)]
    Scale(#[n(0)] u8),
    /// Index of the option, from 0.
    #[n(2)]
    Choice(#[n(0)] u8),
    /// A number in thousandths: 12.5 is 12500.
    #[n(3)]
    Number(#[n(0)] i64),
}

/// Which text of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub enum TextKey {
    /// A note's words, a screen's, frame's or prototype's name, a widget's or hotspot's label, an image's caption.
    #[n(0)]
    Body,
    /// A `text` block of a frame.
    #[n(1)]
    Block(#[n(0)] BlockId),
}

/// Everything of a record that is not text or life and death: last writer wins, field by field.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Field {
    /// Parent and order among the siblings, moved together.
    #[n(0)]
    Home(#[n(0)] Parent, #[n(1)] OrderKey),
    /// Top left corner, relative to the parent.
    #[n(1)]
    Position(#[n(0)] Point),
    /// Width and height.
    #[n(2)]
    Size(#[n(0)] Size),
    /// Colour.
    #[n(3)]
    Colour(#[n(0)] Colour),
    /// Outline of a shape.
    #[n(4)]
    Outline(#[n(0)] Outline),
    /// Ticked, in a checklist.
    #[n(5)]
    Done(#[n(0)] bool),
    /// The two ends of a connector or link.
    #[n(6)]
    Ends(#[n(0)] RecordId, #[n(1)] RecordId),
    /// Points of a stroke relative to its position; at most 500.
    #[n(7)]
    Points(#[n(0)] Vec<Point>),
    /// The stored picture of an image or a screen.
    #[n(8)]
    Asset(#[n(0)] Option<AssetId>),
    /// First screen of a prototype.
    #[n(9)]
    FirstScreen(#[n(0)] Option<RecordId>),
    /// Screen a hotspot leads to.
    #[n(10)]
    Target(#[n(0)] Option<RecordId>),
    /// What a widget is.
    #[n(11)]
    Widget(#[n(0)] WidgetKind),
    /// What a link says.
    #[n(12)]
    Link(#[n(0)] LinkKind),
    /// Template, its version, and direction of a frame. Written at creation only.
    #[n(13)]
    Template(#[n(0)] String, #[n(1)] u16, #[n(2)] Direction),
    /// Value of a block of a frame.
    #[n(14)]
    Value(#[n(0)] BlockId, #[n(1)] BlockValue),
}

/// The name of a [`Field`] without its value: what is stamped and undone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub enum FieldKey {
    /// See [`Field::Home`].
    #[n(0)]
    Home,
    /// See [`Field::Position`].
    #[n(1)]
    Position,
    /// See [`Field::Size`].
    #[n(2)]
    Size,
    /// See [`Field::Colour`].
    #[n(3)]
    Colour,
    /// See [`Field::Outline`].
    #[n(4)]
    Outline,
    /// See [`Field::Done`].
    #[n(5)]
    Done,
    /// See [`Field::Ends`].
    #[n(6)]
    Ends,
    /// See [`Field::Points`].
    #[n(7)]
    Points,
    /// See [`Field::Asset`].
    #[n(8)]
    Asset,
    /// See [`Field::FirstScreen`].
    #[n(9)]
    FirstScreen,
    /// See [`Field::Target`].
    #[n(10)]
    Target,
    /// See [`Field::Widget`].
    #[n(11)]
    Widget,
    /// See [`Field::Link`].
    #[n(12)]
    Link,
    /// See [`Field::Template`].
    #[n(13)]
    Template,
    /// See [`Field::Value`].
    #[n(14)]
    Value(#[n(0)] BlockId),
}

/// A text and the last operation that changed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Text {
    /// The words; at most 5,000 characters (Unicode scalar values).
    #[n(0)]
    pub words: String,
    /// The operation that last changed them.
    #[n(1)]
    pub seq: Seq,
}

/// One record of a board. Read it through the accessors; only `apply` writes it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Record {
    /// Its name.
    #[n(0)]
    pub id: RecordId,
    /// What it is.
    #[n(1)]
    pub kind: Kind,
    /// Who made it.
    #[n(2)]
    pub author: Author,
    /// The operation that made it.
    #[n(3)]
    pub made: Seq,
    /// The operation that deleted it, while it is deleted.
    #[n(4)]
    pub deleted: Option<Seq>,
    #[n(5)]
    pub(crate) home: Home,
    #[n(6)]
    pub(crate) fields: Vec<(Field, Seq)>,
    #[n(7)]
    pub(crate) texts: Vec<(TextKey, Text)>,
    /// Last operation that touched anything of it.
    #[n(8)]
    pub touched: Seq,
}

/// Where a record lives, and the operation that put it there.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Home {
    #[n(0)]
    pub(crate) parent: Parent,
    #[n(1)]
    pub(crate) order: OrderKey,
    #[n(2)]
    pub(crate) seq: Seq,
}
