//! What may be written: one rule for every operation, asked before it is accepted. The browser asks the same before it shows its own.
//! It never changes anything, and it knows no person: who may write at all is decided elsewhere.

use crate::{
    document::Document,
    id::{AssetId, Author, BlockId, RecordId},
    limits,
    operation::{Create, Edit, Operation},
    record::{BlockValue, Field, FieldKey, Kind, Parent, Point, TextKey},
    text,
    wire::Refusal,
};

impl Document {
    /// May this operation come next. `id` is the name a record made by it would get. An edit is judged as it would be applied now, after
    /// transformation. What is deleted may still be changed: it stays deleted, and nothing is lost.
    ///
    /// # Errors
    /// The reason why not.
    pub fn check(&self, _author: Author, id: RecordId, operation: &Operation) -> Result<(), Refusal> {
        match operation {
            Operation::Create(create) => self.check_create(id, create),
            Operation::Set(record, field) => self.check_set(*record, field),
            Operation::Edit(edit) => self.check_edit(edit),
            Operation::Delete(record) => self.get(*record).map(|_| ()).ok_or(Refusal::Missing),
            Operation::Restore(record) => {
                let deleted = self.get(*record).ok_or(Refusal::Missing)?.deleted.is_some();
                if deleted && self.elements() >= limits::ELEMENTS { Err(Refusal::BoardFull) } else { Ok(()) }
            }
        }
    }

    fn check_create(&self, id: RecordId, create: &Create) -> Result<(), Refusal> {
        if self.get(id).is_some() {
            return Err(Refusal::Counter);
        }
        if self.elements() >= limits::ELEMENTS {
            return Err(Refusal::BoardFull);
        }
        self.check_home(id, create.kind, &create.parent)?;
        if !create.order.is_sound() {
            return Err(Refusal::IllFormed);
        }
        if create.fields.iter().filter(|field| matches!(field, Field::Value(..))).count() > limits::BLOCKS {
            return Err(Refusal::TooLarge);
        }
        for (at, field) in create.fields.iter().enumerate() {
            if matches!(field, Field::Home(..)) || create.fields[..at].iter().any(|other| other.key() == field.key()) {
                return Err(Refusal::IllFormed);
            }
            if !create.kind.has(&field.key()) {
                return Err(Refusal::DoesNotFit);
            }
            self.check_value(id, create.kind, field)?;
        }
        let has = |key: FieldKey| create.fields.iter().any(|field| field.is(&key));
        let complete = match create.kind {
            Kind::Frame => has(FieldKey::Template),
            Kind::Connector | Kind::Link => has(FieldKey::Ends),
            Kind::Stroke => has(FieldKey::Points),
            Kind::Note | Kind::Text | Kind::Shape | Kind::Image | Kind::Prototype | Kind::Screen | Kind::Hotspot | Kind::Widget => true,
        };
        if !complete || (!create.words.is_empty() && !create.kind.has_text(&TextKey::Body)) {
            return Err(Refusal::DoesNotFit);
        }
        if create.words.chars().count() > limits::TEXT {
            return Err(Refusal::TextTooLong);
        }
        Ok(())
    }

    fn check_set(&self, id: RecordId, field: &Field) -> Result<(), Refusal> {
        let record = self.get(id).ok_or(Refusal::Missing)?;
        if let Field::Home(parent, order) = field {
            if !order.is_sound() {
                return Err(Refusal::IllFormed);
            }
            return self.check_home(id, record.kind, parent);
        }
        if matches!(field, Field::Template(..)) || !record.kind.has(&field.key()) {
            return Err(Refusal::DoesNotFit);
        }
        if let Field::Value(block, _) = field
            && record.values().count() >= limits::BLOCKS
            && !record.values().any(|(name, _)| name == block)
        {
            return Err(Refusal::TooLarge);
        }
        self.check_value(id, record.kind, field)
    }

    fn check_home(&self, id: RecordId, kind: Kind, parent: &Parent) -> Result<(), Refusal> {
        let (above, block) = match parent {
            Parent::Board => (None, None),
            Parent::Record(above) => (Some(*above), None),
            Parent::Block(above, block) => (Some(*above), Some(block)),
        };
        let mut at = above;
        for _ in 0..=limits::DEPTH {
            let Some(next) = at else { break };
            if next == id {
                return Err(Refusal::Cycle);
            }
            at = match self.get(next).ok_or(Refusal::Missing)?.parent() {
                Parent::Board => None,
                Parent::Record(up) | Parent::Block(up, _) => Some(*up),
            };
        }
        let above = above.and_then(|above| self.get(above)).map(|record| record.kind);
        let fits = match (kind, above, block) {
            (Kind::Note | Kind::Image, Some(Kind::Frame), Some(block)) => return named(block),
            (_, _, Some(_)) => false,
            (Kind::Screen, above, None) => above == Some(Kind::Prototype),
            (Kind::Hotspot | Kind::Widget, above, None) => above == Some(Kind::Screen),
            (Kind::Frame | Kind::Prototype | Kind::Connector | Kind::Link, above, None) => above.is_none(),
            (Kind::Note | Kind::Text | Kind::Shape | Kind::Stroke | Kind::Image, above, None) => {
                matches!(above, None | Some(Kind::Frame | Kind::Screen))
            }
        };
        if fits { Ok(()) } else { Err(Refusal::DoesNotFit) }
    }

    fn check_value(&self, id: RecordId, kind: Kind, field: &Field) -> Result<(), Refusal> {
        let bounded = |ok: bool| if ok { Ok(()) } else { Err(Refusal::DoesNotFit) };
        match field {
            Field::Home(parent, _) => self.check_home(id, kind, parent),
            Field::Position(point) => bounded(near(point)),
            Field::Size(size) => bounded([size.w, size.h].iter().all(|side| (limits::SMALLEST..=limits::LARGEST).contains(side))),
            Field::Points(points) if points.len() > limits::POINTS => Err(Refusal::TooLarge),
            Field::Points(points) => bounded(!points.is_empty() && points.iter().all(near)),
            Field::Ends(from, to) => self.check_ends(id, kind, *from, *to),
            Field::Asset(asset) => bounded(asset.as_ref().is_none_or(is_asset)),
            Field::FirstScreen(screen) | Field::Target(screen) => match screen {
                None => Ok(()),
                Some(screen) => bounded(self.get(*screen).ok_or(Refusal::Missing)?.kind == Kind::Screen),
            },
            Field::Template(name, version, _) => {
                named(&BlockId(name.clone()))?;
                bounded(*version > 0)
            }
            Field::Value(block, value) => {
                named(block)?;
                bounded(match value {
                    BlockValue::Empty | BlockValue::Choice(_) => true,
                    BlockValue::Scale(step) => (1..=5).contains(step),
                    BlockValue::Number(number) => (-limits::NUMBER..=limits::NUMBER).contains(number),
                })
            }
            Field::Colour(_) | Field::Outline(_) | Field::Done(_) | Field::Widget(_) | Field::Link(_) => Ok(()),
        }
    }

    fn check_ends(&self, id: RecordId, kind: Kind, from: RecordId, to: RecordId) -> Result<(), Refusal> {
        if from == to || from == id || to == id {
            return Err(Refusal::Cycle);
        }
        for end in [from, to] {
            let end = self.get(end).ok_or(Refusal::Missing)?.kind;
            let fits = match kind {
                Kind::Link => end != Kind::Link,
                _ => !matches!(end, Kind::Link | Kind::Connector),
            };
            if !fits {
                return Err(Refusal::DoesNotFit);
            }
        }
        Ok(())
    }

    fn check_edit(&self, edit: &Edit) -> Result<(), Refusal> {
        let record = self.get(edit.record).ok_or(Refusal::Missing)?;
        if !record.kind.has_text(&edit.text) {
            return Err(Refusal::DoesNotFit);
        }
        if let TextKey::Block(block) = &edit.text {
            named(block)?;
            if record.texts().count() >= limits::BLOCKS && !record.texts().any(|(key, _)| *key == edit.text) {
                return Err(Refusal::TooLarge);
            }
        }
        let sequence = text::sequence(&edit.steps)?;
        if sequence.base_len() == record.text(&edit.text).chars().count() { Ok(()) } else { Err(Refusal::Lengths) }
    }
}

impl Kind {
    /// Has a record of this kind such a field.
    pub fn has(self, key: &FieldKey) -> bool {
        match key {
            FieldKey::Home => true,
            FieldKey::Position => !matches!(self, Self::Connector | Self::Link),
            FieldKey::Size => !matches!(self, Self::Connector | Self::Link | Self::Stroke),
            FieldKey::Colour => matches!(self, Self::Note | Self::Text | Self::Shape | Self::Connector | Self::Stroke | Self::Widget),
            FieldKey::Outline => self == Self::Shape,
            FieldKey::Done => self == Self::Note,
            FieldKey::Ends => matches!(self, Self::Connector | Self::Link),
            FieldKey::Points => self == Self::Stroke,
            FieldKey::Asset => matches!(self, Self::Image | Self::Screen),
            FieldKey::FirstScreen => self == Self::Prototype,
            FieldKey::Target => self == Self::Hotspot,
            FieldKey::Widget => self == Self::Widget,
            FieldKey::Link => self == Self::Link,
            FieldKey::Template | FieldKey::Value(_) => self == Self::Frame,
        }
    }

    /// Has a record of this kind such a text.
    pub fn has_text(self, key: &TextKey) -> bool {
        match key {
            TextKey::Body => !matches!(self, Self::Stroke | Self::Link),
            TextKey::Block(_) => self == Self::Frame,
        }
    }
}

fn near(point: &Point) -> bool {
    let range = -limits::COORDINATE..=limits::COORDINATE;
    range.contains(&point.x) && range.contains(&point.y)
}

fn is_asset(asset: &AssetId) -> bool {
    asset.0.len() == 32 && asset.0.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn named(block: &BlockId) -> Result<(), Refusal> {
    let sound = (1..=limits::NAME).contains(&block.0.len())
        && block.0.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if sound { Ok(()) } else { Err(Refusal::DoesNotFit) }
}
