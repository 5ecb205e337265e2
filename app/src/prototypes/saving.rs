//! A screen for those who save data: its photos are left out, and counted. Pure. Only on the server.

use board::id::AssetId;

/// A picture of a screen without its photos, and the photos that were left out. What people typed cannot look like one: its signs are escaped.
pub(super) fn without_images(picture: &str) -> (String, Vec<AssetId>) {
    let (mut out, mut assets, mut rest) = (String::with_capacity(picture.len()), Vec::new(), picture);
    while let Some((before, image)) = rest.split_once("<image href=\"/files/") {
        out.push_str(before);
        let (asset, _) = image.split_once('"').unwrap_or((image, ""));
        assets.push(AssetId(asset.to_owned()));
        rest = image.split_once("/>").map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    (out, assets)
}
