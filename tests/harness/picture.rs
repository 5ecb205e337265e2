//! A picture as a phone would send one, without any tool that draws.

/// A grey PNG of one pixel.
pub fn tiny() -> Vec<u8> {
    vec![
        0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A,
        0x7E, 0x9B, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xCD,
        0x72, 0xB6, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
    ]
}

/// A PNG of so many pixels, in stripes of green and saffron.
pub fn striped(width: u32, height: u32) -> Vec<u8> {
    drawn(width, height, |row| if row / 8 % 2 == 0 { [0x0B, 0x6B, 0x57] } else { [0xF4, 0xB6, 0x3F] })
}

/// A PNG of so many pixels that are all different, as a photo that stays large.
pub fn noisy(width: u32, height: u32) -> Vec<u8> {
    let mut seed = 1_u32;
    drawn(width, height, |_| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        [(seed >> 24) as u8, (seed >> 16) as u8, (seed >> 8) as u8]
    })
}

fn drawn(width: u32, height: u32, mut pixel: impl FnMut(u32) -> [u8; 3]) -> Vec<u8> {
    let mut rows = Vec::new();
    for row in 0..height {
        rows.push(0);
        for _ in 0..width {
            rows.extend(pixel(row));
        }
    }
    let mut out = vec![0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A];
    let sizes = [width.to_be_bytes(), height.to_be_bytes()].concat();
    chunk(&mut out, b"IHDR", &[&sizes[..], &[8, 2, 0, 0, 0]].concat());
    chunk(&mut out, b"IDAT", &stored(&rows));
    chunk(&mut out, b"IEND", &[]);
    out
}

/// Bytes in the frame of a compressed stream that compresses nothing.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let mut blocks = bytes.chunks(0xFFFF).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).expect("a block is short");
        out.push(u8::from(blocks.peek().is_none()));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    let (a, b) = bytes.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    out.extend(((b << 16) | a).to_be_bytes());
    out
}

fn chunk(out: &mut Vec<u8>, name: &[u8; 4], bytes: &[u8]) {
    out.extend(u32::try_from(bytes.len()).expect("a chunk is short").to_be_bytes());
    let body = [name, bytes].concat();
    let mut crc = u32::MAX;
    for byte in &body {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    out.extend(body);
    out.extend((!crc).to_be_bytes());
}
