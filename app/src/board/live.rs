//! The line to the server: one WebSocket a board, opened again with growing, jittered pauses, and the browser's own questions when
//! somebody leaves with unsent work. It carries frames and decides nothing: the replica does.

use super::{
    standing::Wire,
    state::{BoardState, Line, Mate, Mode},
    threads,
};
use board::{ToBrowser, ToServer, decode, encode, replica::Event};
use gloo::timers::callback::{Interval, Timeout};
use js_sys::{ArrayBuffer, Math, Uint8Array};
use leptos::{ev, prelude::*};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BinaryType, MessageEvent, WebSocket};

/// So many sockets that came to nothing, and the server is asked whether this board is still open to this person: a browser does not tell
/// a refused socket from a lost one.
const DOUBTS: u32 = 3;
/// Pause before the first new try, in milliseconds; it doubles up to the longest.
const SHORTEST: f64 = 500.0;
const LONGEST: f64 = 30_000.0;
const PING: u32 = 25_000;

/// The socket with what hangs on it. Dropping it closes it.
struct Socket {
    socket: WebSocket,
    _open: Closure<dyn FnMut()>,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _close: Closure<dyn FnMut()>,
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.socket.set_onopen(None);
        self.socket.set_onmessage(None);
        self.socket.set_onclose(None);
        // A socket that is closed already needs no closing.
        let _ = self.socket.close();
    }
}

#[derive(Default)]
struct Running {
    socket: Option<Socket>,
    again: Option<Timeout>,
    ping: Option<Interval>,
    tries: u32,
}

/// A line of a board that is open.
#[derive(Clone)]
struct Live {
    state: BoardState,
    url: Rc<str>,
    running: Rc<RefCell<Running>>,
}

/// Opens the line of a board and keeps it open while the page is there. Leaving the page with unsent work asks.
pub(crate) fn start(state: BoardState) {
    let venture = state.venture.with_value(|venture| venture.id);
    let place = window().location();
    let scheme = if place.protocol().is_ok_and(|protocol| protocol == "https:") { "wss" } else { "ws" };
    let Ok(host) = place.host() else { return };
    let live = Live { state, url: format!("{scheme}://{host}/ws/board/{venture}").into(), running: Rc::default() };
    let handle = StoredValue::new_local(live.clone());
    let wire = Callback::new(move |wire: Wire| {
        handle.try_with_value(|live| match wire {
            Wire::Send(frame) => live.send(&frame),
            Wire::Again => live.lost(),
        });
    });
    state.wire(&device(), wire);
    if state.mode == Mode::Write {
        ask_before_closing(state);
    }
    let online = window_event_listener(ev::online, move |_| {
        handle.try_with_value(|live| {
            if live.running.borrow().again.is_some() {
                live.open();
            }
        });
    });
    on_cleanup(move || online.remove());
    live.clock();
    live.open();
}

/// 16 random bytes that name this page to the server. They are not kept: unsent work does not outlive the page yet, and two tabs
/// must never count operations under one name.
fn device() -> [u8; 16] {
    core::array::from_fn(|_| (Math::random() * 256.0) as u8)
}

impl Live {
    fn open(&self) {
        if self.ended() {
            return;
        }
        let mut running = self.running.borrow_mut();
        running.again = None;
        running.socket = None;
        let Ok(socket) = WebSocket::new(&self.url) else {
            drop(running);
            self.lost();
            return;
        };
        socket.set_binary_type(BinaryType::Arraybuffer);
        let live = self.clone();
        let open = Closure::<dyn FnMut()>::new(move || live.opened());
        let live = self.clone();
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Ok(buffer) = event.data().dyn_into::<ArrayBuffer>() {
                live.received(&Uint8Array::new(&buffer).to_vec());
            }
        });
        let live = self.clone();
        // The closure that runs must outlive its call: what hangs on the socket goes in a task of its own.
        let close = Closure::<dyn FnMut()>::new(move || {
            let live = live.clone();
            leptos::task::spawn_local(async move { live.lost() });
        });
        socket.set_onopen(Some(open.as_ref().unchecked_ref()));
        socket.set_onmessage(Some(message.as_ref().unchecked_ref()));
        socket.set_onclose(Some(close.as_ref().unchecked_ref()));
        running.socket = Some(Socket { socket, _open: open, _message: message, _close: close });
    }

    fn opened(&self) {
        let live = self.clone();
        let ping = Interval::new(PING, move || {
            live.send(&ToServer::Ping);
            live.clock();
        });
        self.running.borrow_mut().ping = Some(ping);
        self.state.take(Event::Connected);
    }

    fn clock(&self) {
        self.state.take(Event::Clock((js_sys::Date::now() / 1000.0) as u64));
    }

    fn send(&self, frame: &ToServer) {
        let running = self.running.borrow();
        if let Some(line) = running.socket.as_ref().filter(|line| line.socket.ready_state() == WebSocket::OPEN) {
            // What a dying socket does not take is pushed again on the next one.
            let _ = line.socket.send_with_u8_array(&encode(frame));
        }
    }

    /// Whether the page was left, or the right to the board with it.
    fn ended(&self) -> bool {
        self.state.status.try_with_untracked(|status| status.line == Line::Ended) != Some(false)
    }

    /// The socket is gone: try again after a while.
    fn lost(&self) {
        if self.ended() {
            return;
        }
        let wait = {
            let mut running = self.running.borrow_mut();
            running.socket = None;
            running.ping = None;
            let longest = (SHORTEST * f64::from(1u32 << running.tries.min(7))).min(LONGEST);
            running.tries += 1;
            if running.tries.is_multiple_of(DOUBTS) {
                threads::refresh(self.state);
            }
            // Full jitter: a thousand phones that lost one server do not come back at one moment.
            (Math::random() * longest) as u32 + 50
        };
        self.state.take(Event::Disconnected);
        if self.state.status.with_untracked(|status| status.line == Line::Open) {
            self.state.line(Line::Lost);
        }
        self.state.mates.set(Vec::new());
        let live = self.clone();
        self.running.borrow_mut().again = Some(Timeout::new(wait, move || {
            let live = live.clone();
            leptos::task::spawn_local(async move { live.open() });
        }));
    }

    fn received(&self, bytes: &[u8]) {
        let Ok(frame) = decode::<ToBrowser>(bytes) else {
            super::told::reload(self.state);
            return;
        };
        match frame {
            ToBrowser::Presence { client, author, presence } => self.met(client, author, presence),
            ToBrowser::Authors(names) => self.state.names(names),
            ToBrowser::Notice { noun, .. } => {
                if noun == "feedback" {
                    threads::refresh(self.state);
                }
            }
            ToBrowser::Pong => {}
            frame @ (ToBrowser::Welcome { .. } | ToBrowser::Operations(_) | ToBrowser::Refused { .. } | ToBrowser::Resync) => {
                let welcome = matches!(frame, ToBrowser::Welcome { .. });
                self.state.take(Event::Received(frame));
                if welcome {
                    self.running.borrow_mut().tries = 0;
                    self.state.line(Line::Open);
                }
            }
        }
    }

    fn met(&self, client: board::id::ClientNo, author: board::id::Author, presence: Option<board::wire::Presence>) {
        if self.state.client() == Some(client) {
            return;
        }
        let name = self.state.name_of_now(author);
        self.state.mates.update(|mates| {
            mates.retain(|mate| mate.client != client);
            if let Some(presence) = presence {
                mates.push(Mate { client, author, name, presence });
            }
        });
    }
}

/// Closing the page, or going to another one, with unsent work asks.
fn ask_before_closing(state: BoardState) {
    let closing = window_event_listener(ev::beforeunload, move |event| {
        if state.status.try_with_untracked(|status| status.pending > 0) == Some(true) {
            event.prevent_default();
            event.set_return_value("1");
        }
    });
    on_cleanup(move || closing.remove());
}
