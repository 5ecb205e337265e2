//! A person on plain HTTP: pages, forms and server functions, with a cookie jar and without a script.

use crate::words::Words;
use reqwest::{Client, Response, StatusCode, header, redirect::Policy};

/// Somebody's HTTP client.
#[derive(Clone)]
pub struct Web {
    client: Client,
    /// `http://127.0.0.1:port`.
    pub base: String,
    cookies: std::sync::Arc<reqwest::cookie::Jar>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// Where it leads, when it redirects.
    pub location: Option<String>,
    /// All headers.
    pub headers: header::HeaderMap,
    /// The body as text.
    pub body: String,
}

impl Web {
    /// Somebody who is not signed in.
    pub fn guest(base: &str) -> Self {
        let cookies = std::sync::Arc::new(reqwest::cookie::Jar::default());
        let client = Client::builder().cookie_provider(cookies.clone()).redirect(Policy::none()).build().expect("a client");
        Self { client, base: base.to_owned(), cookies }
    }

    /// The cookies as a header, for the socket.
    pub fn cookie_header(&self) -> String {
        use reqwest::cookie::CookieStore;
        let url = self.base.parse().expect("an address");
        self.cookies.cookies(&url).and_then(|value| value.to_str().ok().map(str::to_owned)).unwrap_or_default()
    }

    /// Reads a page.
    pub async fn get(&self, path: &str) -> Answer {
        read(self.client.get(format!("{}{path}", self.base)).header(header::ACCEPT, "text/html").send().await.expect("an answer")).await
    }

    /// Asks whether a file still stands that was kept under its tag.
    pub async fn ask_again(&self, path: &str, tag: &str) -> Answer {
        read(self.client.get(format!("{}{path}", self.base)).header(header::IF_NONE_MATCH, tag).send().await.expect("an answer")).await
    }

    /// Sends a form as a browser would: with its Origin.
    pub async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.form_from(path, fields, Some(&self.base.clone())).await
    }

    /// Sends a form as a browser would from the page it stands on, which is where a refusal comes back to.
    pub async fn form_on(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self
            .client
            .post(format!("{}{path}", self.base))
            .header(header::ORIGIN, &self.base)
            .header(header::REFERER, format!("{}{page}", self.base))
            .header(header::ACCEPT, "text/html")
            .form(fields);
        read(request.send().await.expect("an answer")).await
    }

    /// Sends a form from a given Origin.
    pub async fn form_from(&self, path: &str, fields: &[(&str, &str)], origin: Option<&str>) -> Answer {
        let mut request = self.client.post(format!("{}{path}", self.base)).header(header::ACCEPT, "text/html").form(fields);
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        read(request.send().await.expect("an answer")).await
    }

    /// Calls a server function as the wasm front end would: a form body, JSON back.
    pub async fn call(&self, endpoint: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self
            .client
            .post(format!("{}/api/{endpoint}", self.base))
            .header(header::ORIGIN, &self.base)
            .header(header::ACCEPT, "application/json")
            .form(fields);
        read(request.send().await.expect("an answer")).await
    }

    /// Asks a server function that only reads; JSON back.
    pub async fn ask(&self, endpoint: &str, query: &str) -> Answer {
        self.ask_for("application/json", endpoint, query).await
    }

    /// Asks a server function that only reads for an answer of some kind.
    pub async fn ask_for(&self, kind: &str, endpoint: &str, query: &str) -> Answer {
        let request = self.client.get(format!("{}/api/{endpoint}{query}", self.base)).header(header::ACCEPT, kind);
        read(request.send().await.expect("an answer")).await
    }

    /// Uploads bytes as a picture.
    pub async fn upload(&self, path: &str, name: &str, mime: &str, bytes: Vec<u8>) -> Answer {
        self.upload_from(path, name, mime, bytes, &self.base).await
    }

    /// Uploads bytes as a picture from a given Origin.
    pub async fn upload_from(&self, path: &str, name: &str, mime: &str, bytes: Vec<u8>, origin: &str) -> Answer {
        let part = reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned()).mime_str(mime).expect("a type");
        let form = reqwest::multipart::Form::new().part("file", part);
        let request = self.client.post(format!("{}{path}", self.base)).header(header::ORIGIN, origin).multipart(form);
        read(request.send().await.expect("an answer")).await
    }

    /// Puts a cookie into the jar.
    pub fn keep(&self, name: &str, value: &str) {
        self.cookies.add_cookie_str(&format!("{name}={value}; Path=/"), &self.base.parse().expect("an address"));
    }
}

impl Answer {
    /// Where it leads, as people read addresses; empty when nowhere.
    pub fn leads(&self) -> String {
        let location = self.location.as_deref().unwrap_or_default();
        let mut pieces = location.split('%');
        let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
        for piece in pieces {
            let (code, rest) = piece.split_at_checked(2).expect("two digits after a per cent sign");
            bytes.push(u8::from_str_radix(code, 16).expect("hexadecimal digits"));
            bytes.extend_from_slice(rest.as_bytes());
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Whether the page holds these words of the locales, in its own language.
    pub fn says(&self, key: &str) -> bool {
        let lang = ["ar", "en"].into_iter().find(|lang| self.body.contains(&format!("<html lang=\"{lang}\""))).unwrap_or("fr");
        let body = self.body.replace("&#x27;", "'").replace("&#39;", "'").replace("&quot;", "\"");
        body.contains(&Words::load(lang).get(key))
    }

    /// A header as text; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error} in {}", self.body))
    }
}

async fn read(answer: Response) -> Answer {
    let status = answer.status();
    let headers = answer.headers().clone();
    let location = headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).map(str::to_owned);
    Answer { status, location, headers, body: answer.text().await.unwrap_or_default() }
}
