//! The one error that crosses the wire. It carries no prose and no internals: the words are in the locales.

use serde::{Deserialize, Serialize};
#[cfg(feature = "ssr")]
use server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use shared::{access::Denied, accounts::SignInRefusal, ventures::FieldFault};

/// What a server function answers.
pub type AppResult<T> = Result<T, AppError>;

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    /// Nobody is signed in, or the session ended. 401.
    #[error("sign in")]
    SignIn,
    /// No such thing, or not for this person to know of. 404.
    #[error("hidden")]
    Hidden,
    /// Visible, but not allowed. 403.
    #[error("forbidden")]
    Forbidden,
    /// The sign-in did not match. 422.
    #[error("sign-in refused")]
    SignInRefused(SignInRefusal),
    /// A field of a form does not fit. 422.
    #[error("field {0}")]
    Field(String, FieldFault),
    /// Somebody changed it meanwhile, or it is no longer so: look again. 409.
    #[error("conflict")]
    Conflict,
    /// The team has its five members. 409.
    #[error("team full")]
    TeamFull,
    /// The server could not do it just now; nothing was written. 503.
    #[error("unavailable")]
    Unavailable,
    /// No answer from the server; the browser made this one.
    #[error("no connection")]
    Offline,
}

impl AppError {
    /// The HTTP status it is answered with.
    pub fn status(&self) -> u16 {
        match self {
            Self::SignIn => 401,
            Self::Hidden => 404,
            Self::Forbidden => 403,
            Self::SignInRefused(_) | Self::Field(..) => 422,
            Self::Conflict | Self::TeamFull => 409,
            Self::Unavailable | Self::Offline => 503,
        }
    }
}

#[cfg(any(test, not(feature = "ssr")))]
impl AppError {
    /// The error behind an answer of a live page's question. The status says nearly all of it; of a field, the body names the fault.
    pub(crate) fn told(status: u16, body: &str) -> Self {
        match status {
            401 => Self::SignIn,
            403 => Self::Forbidden,
            404 => Self::Hidden,
            409 => Self::Conflict,
            422 => {
                let names = |fault: &str| body.ends_with(fault);
                let fault = if names("\"Empty\"]}") {
                    FieldFault::Empty
                } else if names("\"TooLong\"]}") {
                    FieldFault::TooLong
                } else {
                    FieldFault::NotAChoice
                };
                Self::Field(String::new(), fault)
            }
            _ => Self::Unavailable,
        }
    }
}

impl From<Denied> for AppError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Hidden => Self::Hidden,
            Denied::Forbidden => Self::Forbidden,
        }
    }
}

#[cfg(feature = "ssr")]
impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Self::Field(String::new(), FieldFault::NotAChoice),
            ServerFnErrorErr::Registration(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_)
            | ServerFnErrorErr::ServerError(_)
            | ServerFnErrorErr::MiddlewareError(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::Serialization(_)
            | ServerFnErrorErr::Response(_) => Self::Unavailable,
        }
    }
}

#[cfg(feature = "ssr")]
impl From<store::StoreError> for AppError {
    fn from(error: store::StoreError) -> Self {
        if matches!(error, store::StoreError::Taken) {
            return Self::Conflict;
        }
        // The detail ends here: the person is told that nothing was written, the log is told why.
        tracing::error!(%error, "store");
        Self::Unavailable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_from_its_answer() {
        let field = |fault| AppError::Field(String::new(), fault);
        let faults = [FieldFault::Empty, FieldFault::TooLong, FieldFault::NotAChoice].map(field);
        let plain = [AppError::SignIn, AppError::Hidden, AppError::Forbidden, AppError::Conflict, AppError::Unavailable];
        for error in plain.into_iter().chain(faults) {
            let body = serde_json::to_string(&error).expect("json");
            assert_eq!(AppError::told(error.status(), &body), error);
        }
        assert_eq!(AppError::told(502, "<h1>Bad gateway"), AppError::Unavailable);
    }
}
