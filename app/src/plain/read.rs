//! Lines to values.

use super::{ESCAPES, Unfit};
use core::fmt::Display;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, SeqAccess, Unexpected, VariantAccess, Visitor};
use serde::de::{Error, IntoDeserializer, value::U32Deserializer};

/// Reads a value from its lines, all of them.
///
/// # Errors
/// [`Unfit`] where the lines are not those of such a value.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unfit> {
    let mut lines = Lines(text);
    let value = T::deserialize(&mut lines)?;
    if lines.0.is_empty() { Ok(value) } else { Err(Unfit) }
}

/// What is left to read.
struct Lines<'a>(&'a str);

impl<'a> Lines<'a> {
    fn line(&mut self) -> Result<&'a str, Unfit> {
        let (line, rest) = self.0.split_once('\n').ok_or(Unfit)?;
        self.0 = rest;
        Ok(line)
    }

    fn number(&mut self) -> Result<i64, Unfit> {
        self.line()?.parse().map_err(|_| Unfit)
    }

    fn count(&mut self) -> Result<u32, Unfit> {
        u32::try_from(self.number()?).map_err(|_| Unfit)
    }

    fn text(&mut self) -> Result<String, Unfit> {
        let mut left = self.line()?.chars();
        let mut text = String::new();
        while let Some(c) = left.next() {
            let c = if c == '\\' {
                let short = left.next();
                ESCAPES.iter().find(|(_, known)| Some(*known) == short).ok_or(Unfit)?.0
            } else {
                c
            };
            text.push(c);
        }
        Ok(text)
    }
}

/// The items of a sequence, as many as are left.
struct Items<'l, 'a> {
    lines: &'l mut Lines<'a>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Unfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unfit> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(&mut *self.lines).map(Some)
    }
}

macro_rules! numbers {
    ($($name:ident)*) => {$(
        fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
            visitor.visit_i64(self.number()?)
        }
    )*};
}

macro_rules! never {
    ($($name:ident)*) => {$(
        fn $name<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unfit> {
            Err(Unfit)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Lines<'de> {
    type Error = Unfit;

    numbers! { deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }

    never! {
        deserialize_any deserialize_ignored_any deserialize_identifier deserialize_map deserialize_f32 deserialize_f64 deserialize_char
        deserialize_bytes deserialize_byte_buf
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_bool(self.number()? != 0)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if self.number()? == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let left = self.count()? as usize;
        visitor.visit_seq(Items { lines: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_seq(Items { lines: self, left })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, left: usize, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_seq(Items { lines: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_seq(Items { lines: self, left: fields.len() })
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_enum(self)
    }
}

impl<'de> EnumAccess<'de> for &mut Lines<'de> {
    type Error = Unfit;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Unfit> {
        let variant: U32Deserializer<Unfit> = self.count()?.into_deserializer();
        Ok((seed.deserialize(variant)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Lines<'de> {
    type Error = Unfit;

    fn unit_variant(self) -> Result<(), Unfit> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unfit> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_seq(Items { lines: self, left })
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_seq(Items { lines: self, left: fields.len() })
    }
}

/// What is wrong is not told: each sentence about it would be part of the program.
impl Error for Unfit {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
}
