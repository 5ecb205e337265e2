//! Bytes in and out: CBOR with numbered fields, for the socket, the log and the outbox alike. Never panics on what a stranger sends.

use crate::{limits, operation::Operation, wire::Refusal};
use core::convert::Infallible;
use minicbor::{Decode, Encode};

/// Encodes a frame, an operation or anything else of the wire. A value has one encoding.
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    let done: Result<(), minicbor::encode::Error<Infallible>> = minicbor::encode(value, &mut bytes);
    debug_assert!(done.is_ok(), "writing to memory does not fail");
    bytes
}

/// Decodes what [`encode`] wrote. All bytes must belong to it.
///
/// # Errors
/// [`Refusal::TooLarge`] above [`limits::ANYTHING`], [`Refusal::UnknownKind`] where a variant is newer than this code,
/// [`Refusal::IllFormed`] for all else.
pub fn decode<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, Refusal> {
    if bytes.len() > limits::ANYTHING {
        return Err(Refusal::TooLarge);
    }
    let mut decoder = minicbor::Decoder::new(bytes);
    let value = decoder.decode().map_err(|error| if error.is_unknown_variant() { Refusal::UnknownKind } else { Refusal::IllFormed })?;
    if decoder.position() == bytes.len() { Ok(value) } else { Err(Refusal::IllFormed) }
}

/// Decodes an operation, which must be small and in its one encoding.
///
/// # Errors
/// As [`decode`]; [`Refusal::TooLarge`] above [`limits::OPERATION`]; [`Refusal::IllFormed`] for a second way to write the same.
pub fn decode_operation(bytes: &[u8]) -> Result<Operation, Refusal> {
    if bytes.len() > limits::OPERATION {
        return Err(Refusal::TooLarge);
    }
    let operation = decode(bytes)?;
    if encode(&operation) == bytes { Ok(operation) } else { Err(Refusal::IllFormed) }
}
