//! Whether a request comes from a page of ours. Every request that may change something, and every socket, is asked. The rule is pure.

use super::faults::{self, Fault};
use crate::router::House;
use app::context::Visit;
use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::Response,
};

/// The addresses that people use.
#[derive(Clone, Debug)]
pub enum Origins {
    /// As set.
    Listed(Vec<String>),
    /// Not set: the host that the browser names in the same request.
    SameHost(Road),
}

/// How requests reach this server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Road {
    /// By http, perhaps through a proxy that speaks https.
    Plain,
    /// By https.
    Tls,
}

impl Origins {
    /// From the settings.
    pub fn new(listed: &[String], road: Road) -> Self {
        if listed.is_empty() {
            Self::SameHost(road)
        } else {
            Self::Listed(listed.iter().map(|origin| origin.to_ascii_lowercase()).collect())
        }
    }

    fn ours(&self, origin: &str, headers: &HeaderMap) -> bool {
        let origin = origin.to_ascii_lowercase();
        match self {
            Self::Listed(listed) => listed.contains(&origin),
            Self::SameHost(_) => {
                let host = text(headers, header::HOST).map(str::to_ascii_lowercase);
                host.is_some_and(|host| {
                    origin.split_once("://").is_some_and(|(scheme, rest)| matches!(scheme, "http" | "https") && rest == host)
                })
            }
        }
    }

    /// Does the request come from a page that is not ours? The browser's `Origin` decides; without one its `Sec-Fetch-Site`, then its `Referer`.
    /// A request with none of them comes from no browser, and carries no one's cookie without their knowing.
    pub fn foreign(&self, headers: &HeaderMap) -> bool {
        if let Some(origin) = headers.get(header::ORIGIN) {
            return !origin.to_str().is_ok_and(|origin| self.ours(origin, headers));
        }
        if let Some(site) = headers.get("sec-fetch-site") {
            return !(site == "same-origin" || site == "none");
        }
        match headers.get(header::REFERER) {
            None => false,
            Some(referer) => !referer.to_str().ok().and_then(origin_of).is_some_and(|origin| self.ours(origin, headers)),
        }
    }

    /// Do people reach us by https?
    pub fn https(&self, headers: &HeaderMap) -> bool {
        match self {
            Self::Listed(listed) => listed.iter().all(|origin| origin.starts_with("https://")),
            Self::SameHost(Road::Tls) => true,
            Self::SameHost(Road::Plain) => {
                text(headers, header::ORIGIN).is_some_and(|origin| origin.starts_with("https://"))
                    || headers.get("x-forwarded-proto").is_some_and(|scheme| scheme == "https")
            }
        }
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// `https://host:port` of an address.
fn origin_of(address: &str) -> Option<&str> {
    let scheme = address.find("://")? + 3;
    let end = address[scheme..].find(['/', '?', '#']).map_or(address.len(), |at| scheme + at);
    Some(&address[..end])
}

/// Stops what comes from elsewhere before it reaches a handler.
pub async fn guard(State(house): State<House>, Extension(visit): Extension<Visit>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let socket = request.headers().contains_key(header::UPGRADE);
    if (!reads || socket) && house.origins.foreign(request.headers()) {
        return faults::answer(Fault::Foreign, visit.lang, &house.site.assets, request.headers());
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_page_from_elsewhere_is_foreign() {
        let by_host = Origins::new(&[], Road::Plain);
        assert!(!by_host.https(&HeaderMap::new()) && Origins::new(&[], Road::Tls).https(&HeaderMap::new()));
        assert!(!by_host.foreign(&headers(&[("host", "fikra.test:3000"), ("origin", "http://fikra.test:3000")])));
        assert!(by_host.foreign(&headers(&[("host", "fikra.test:3000"), ("origin", "http://evil.test")])));
        assert!(by_host.foreign(&headers(&[("host", "fikra.test"), ("origin", "null")])));
        assert!(by_host.foreign(&headers(&[("host", "fikra.test"), ("referer", "http://evil.test/fikra.test")])));
        assert!(by_host.foreign(&headers(&[("host", "fikra.test"), ("sec-fetch-site", "cross-site")])));
        assert!(!by_host.foreign(&headers(&[("host", "fikra.test"), ("referer", "http://fikra.test/v?x=1")])));
        assert!(!by_host.foreign(&headers(&[("host", "fikra.test")])));
        let listed = Origins::new(&["https://fikra.example".to_owned()], Road::Plain);
        assert!(!listed.foreign(&headers(&[("host", "inner:1"), ("origin", "https://fikra.example")])));
        assert!(listed.foreign(&headers(&[("host", "inner:1"), ("origin", "http://inner:1")])));
        assert!(listed.https(&HeaderMap::new()));
    }
}
