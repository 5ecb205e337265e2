//! Values to lines. Only on the server.

use super::{ESCAPES, Unfit};
use core::fmt::{Display, Write as _};
use serde::ser::{
    Error, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

/// Writes a value as lines.
///
/// # Errors
/// [`Unfit`] for what lines do not hold: maps, fractions, bytes.
pub fn write<T: Serialize>(value: &T) -> Result<String, Unfit> {
    let mut lines = Lines(String::new());
    value.serialize(&mut lines)?;
    Ok(lines.0)
}

struct Lines(String);

impl Lines {
    fn line(&mut self, value: impl Display) -> Result<(), Unfit> {
        writeln!(self.0, "{value}").map_err(|_| Unfit)
    }
}

macro_rules! lines {
    ($($name:ident $type:ty)*) => {$(
        fn $name(self, value: $type) -> Result<(), Unfit> {
            self.line(value)
        }
    )*};
}

macro_rules! never {
    ($($name:ident $type:ty)*) => {$(
        fn $name(self, _: $type) -> Result<(), Unfit> {
            Err(Unfit)
        }
    )*};
}

impl Serializer for &mut Lines {
    type Ok = ();
    type Error = Unfit;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Impossible<(), Unfit>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    lines! {
        serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32
    }

    never! { serialize_f32 f32 serialize_f64 f64 serialize_char char serialize_bytes &[u8] }

    // The reader knows one number, of 64 bits with a sign; a sequence number of a board stays far below.
    fn serialize_u64(self, value: u64) -> Result<(), Unfit> {
        self.line(i64::try_from(value).map_err(|_| Unfit)?)
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unfit> {
        self.line(u8::from(value))
    }

    fn serialize_str(self, text: &str) -> Result<(), Unfit> {
        for c in text.chars() {
            match ESCAPES.iter().find(|(held, _)| *held == c) {
                Some((_, short)) => self.0.extend(['\\', *short]),
                None => self.0.push(c),
            }
        }
        self.0.push('\n');
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unfit> {
        self.line(0)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unfit> {
        self.line(1)?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unfit> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unfit> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, at: u32, _: &'static str) -> Result<(), Unfit> {
        self.line(at)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unfit> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, at: u32, _: &'static str, value: &T) -> Result<(), Unfit> {
        self.line(at)?;
        value.serialize(self)
    }

    fn serialize_seq(self, count: Option<usize>) -> Result<Self, Unfit> {
        self.line(count.ok_or(Unfit)?)?;
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Unfit> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Unfit> {
        Ok(self)
    }

    fn serialize_tuple_variant(self, _: &'static str, at: u32, _: &'static str, _: usize) -> Result<Self, Unfit> {
        self.line(at)?;
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unfit> {
        Err(Unfit)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unfit> {
        Ok(self)
    }

    fn serialize_struct_variant(self, _: &'static str, at: u32, _: &'static str, _: usize) -> Result<Self, Unfit> {
        self.line(at)?;
        Ok(self)
    }
}

macro_rules! parts {
    ($($trait:ident $name:ident ($($key:ty)?))*) => {$(
        impl $trait for &mut Lines {
            type Ok = ();
            type Error = Unfit;

            fn $name<T: Serialize + ?Sized>(&mut self, $(_: $key,)? value: &T) -> Result<(), Unfit> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Unfit> {
                Ok(())
            }
        }
    )*};
}

parts! {
    SerializeSeq serialize_element ()
    SerializeTuple serialize_element ()
    SerializeTupleStruct serialize_field ()
    SerializeTupleVariant serialize_field ()
    SerializeStruct serialize_field (&'static str)
    SerializeStructVariant serialize_field (&'static str)
}

impl Error for Unfit {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}
