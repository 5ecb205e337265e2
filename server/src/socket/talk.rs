//! The conversation on one open socket: hello and welcome, then three lines at once — what the browser sends, what the room says, what goes out.

use super::{
    outbox::{Next, Outbox, Weight},
    standing::{FRESH, Standing},
};
use crate::router::House;
use app::error::AppResult;
use axum::extract::ws::{CloseFrame, Message, WebSocket, close_code};
use board::{
    Outcome, Refusal, Sent, ToBrowser, ToServer, decode, encode,
    id::{Author, ClientNo, Counter, Seq},
    limits,
    wire::{PROTOCOL, Presence},
};
use bytes::Bytes;
use futures::{SinkExt, Stream, StreamExt};
use shared::traffic::TrafficKind;
use std::time::Duration;
use store::board::{BoardEvent, Subscription};
use tokio::{sync::broadcast::error::RecvError, time::timeout};

/// A browser says hello within this.
const HELLO: Duration = Duration::from_secs(15);
/// A quiet line is tried this often.
const PING: Duration = Duration::from_secs(25);
/// A line on which nothing came for so many pings is dead.
const SILENT: u8 = 3;
/// Bytes of a device's name.
const DEVICE: usize = 16;

/// Why the conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The browser left, or the line broke.
    Gone,
    /// Session or right ended.
    Unwelcome,
    /// The socket must say hello again.
    Behind,
    /// The server stops.
    Stopping,
}

/// This socket in its room.
struct Me {
    client: ClientNo,
    author: Author,
}

/// What comes from the browser.
trait Incoming: Stream<Item = Result<Message, axum::Error>> + Unpin {}
impl<S: Stream<Item = Result<Message, axum::Error>> + Unpin> Incoming for S {}

/// The head of a frame of a socket, about.
const HEAD: u64 = 6;

/// Talks until one side ends it.
pub async fn talk(house: House, mut standing: Standing, saver: bool, socket: WebSocket) {
    let (out, incoming) = socket.split();
    let (meter, person) = (house.site.traffic.clone(), standing.actor().person);
    let count = move |bytes: usize| meter.add(person, TrafficKind::Board, bytes as u64 + HEAD);
    let counted = count.clone();
    let mut incoming = incoming.inspect(move |heard| counted(heard.as_ref().map_or(0, message_bytes)));
    let mut out = out.with(move |message: Message| {
        count(message_bytes(&message));
        std::future::ready(Ok::<_, axum::Error>(message))
    });
    let outbox = Outbox::default();
    let mut stop = house.stop.clone();
    let speaking = async {
        let Ok(Some((me, subscription))) = timeout(HELLO, hello(&house, &mut standing, &outbox, &mut incoming)).await else {
            return End::Gone;
        };
        let (revoked, mut revocations) = tokio::sync::mpsc::channel(1);
        let venture = standing.venture();
        let person = standing.actor().person;
        let end = tokio::select! {
            end = hear(&house, &mut standing, &me, &outbox, &mut incoming, &mut revocations) => end,
            end = relay(subscription, &me, (person, saver), &outbox, revoked) => end,
            _ = stop.wait_for(|stop| *stop) => End::Stopping,
        };
        house.site.boards.presence(venture, me.client, me.author, None);
        end
    };
    let end = {
        let writing = async {
            loop {
                match outbox.next().await {
                    // An empty frame is no frame of ours: it asks the browser's socket for a sign of life.
                    Next::Frame(frame) if frame.is_empty() => out.send(Message::Ping(frame)).await.map_err(|_| ())?,
                    Next::Frame(frame) => out.send(Message::Binary(frame)).await.map_err(|_| ())?,
                    Next::Last(frame) => {
                        if !frame.is_empty() {
                            out.send(Message::Binary(frame)).await.map_err(|_| ())?;
                        }
                        return Ok::<(), ()>(());
                    }
                }
            }
        };
        let mut speaking = std::pin::pin!(speaking);
        let mut writing = std::pin::pin!(writing);
        tokio::select! {
            end = &mut speaking => {
                // What was said last still goes out, but nobody waits long for a dead line.
                outbox.finish(match end { End::Behind | End::Unwelcome => frame(&ToBrowser::Resync), End::Gone | End::Stopping => Bytes::new() });
                if end != End::Gone {
                    let _ = timeout(Duration::from_secs(2), &mut writing).await;
                }
                end
            }
            _ = &mut writing => End::Behind,
        }
    };
    let (code, reason) = match end {
        End::Gone => return,
        End::Unwelcome => (close_code::POLICY, "not welcome"),
        End::Behind => (close_code::AGAIN, "resync"),
        End::Stopping => (close_code::RESTART, "restart"),
    };
    let _ = timeout(Duration::from_secs(2), out.send(Message::Close(Some(CloseFrame { code, reason: reason.into() })))).await;
}

fn message_bytes(message: &Message) -> usize {
    match message {
        Message::Text(text) => text.len(),
        Message::Binary(bytes) | Message::Ping(bytes) | Message::Pong(bytes) => bytes.len(),
        Message::Close(_) => 0,
    }
}

fn frame(said: &ToBrowser) -> Bytes {
    Bytes::from(encode(said))
}

fn resync() -> Bytes {
    frame(&ToBrowser::Resync)
}

fn say(outbox: &Outbox, said: &ToBrowser) {
    outbox.put(Weight::Kept, frame(said), resync);
}

fn refuse(outbox: &Outbox, counter: Counter, why: Refusal) {
    say(outbox, &ToBrowser::Refused { counter, why });
}

/// The next frame of the browser: the frame, or why it is none. `None` when the line ended.
async fn next_frame(incoming: &mut impl Incoming) -> Option<Heard> {
    Some(match incoming.next().await?.ok()? {
        Message::Binary(bytes) if bytes.len() > limits::FRAME => Heard::Bad(Refusal::TooLarge),
        Message::Binary(bytes) => decode::<ToServer>(&bytes).map_or_else(Heard::Bad, Heard::Frame),
        Message::Text(_) => Heard::Bad(Refusal::IllFormed),
        Message::Ping(_) | Message::Pong(_) => Heard::Sign,
        Message::Close(_) => return None,
    })
}

enum Heard {
    Frame(ToServer),
    Bad(Refusal),
    Sign,
}

/// Waits for a hello that fits, and answers it. `None` when the line ended or this person has lost the right.
async fn hello(house: &House, standing: &mut Standing, outbox: &Outbox, incoming: &mut impl Incoming) -> Option<(Me, Subscription)> {
    loop {
        let (device, since) = match next_frame(incoming).await? {
            Heard::Frame(ToServer::Hello { protocol, .. }) if protocol != PROTOCOL => {
                refuse(outbox, 0, Refusal::Protocol);
                continue;
            }
            Heard::Frame(ToServer::Hello { device, since, .. }) if device.len() == DEVICE => (device, since),
            Heard::Frame(ToServer::Ping) => {
                say(outbox, &ToBrowser::Pong);
                continue;
            }
            Heard::Frame(_) => {
                refuse(outbox, 0, Refusal::IllFormed);
                continue;
            }
            Heard::Bad(why) => {
                refuse(outbox, 0, why);
                continue;
            }
            Heard::Sign => continue,
        };
        standing.fresh().await.ok()?;
        match welcome(house, standing, outbox, &device, since).await {
            Ok(joined) => return Some(joined),
            Err(error) => {
                tracing::error!(%error, "no welcome");
                refuse(outbox, 0, Refusal::NotStored);
            }
        }
    }
}

async fn welcome(
    house: &House,
    standing: &Standing,
    outbox: &Outbox,
    device: &[u8],
    since: Seq,
) -> Result<(Me, Subscription), store::StoreError> {
    let boards = &house.site.boards;
    let venture = standing.venture();
    let (client, author, counter) = boards.client(venture, standing.actor().person, device).await?;
    let mut subscription = boards.subscribe(venture, since).await?;
    let missing = std::mem::replace(&mut subscription.missing, board::wire::Missing::Since(Vec::new()));
    let writes = standing.writes().is_some();
    say(outbox, &ToBrowser::Welcome { client, author, counter, head: subscription.head, missing, writes });
    let authors = boards.authors(venture).await?.into_iter().map(|(author, _, name)| (author, name)).collect();
    say(outbox, &ToBrowser::Authors(authors));
    Ok((Me { client, author }, subscription))
}

/// What the browser says.
async fn hear(
    house: &House,
    standing: &mut Standing,
    me: &Me,
    outbox: &Outbox,
    incoming: &mut impl Incoming,
    revocations: &mut tokio::sync::mpsc::Receiver<()>,
) -> End {
    let mut silent = 0;
    // A right that ends in this process is told at once; one that ends in another, which shares the database, is looked for.
    let shared = house.site.db.kind() == "postgres";
    let mut look = tokio::time::interval_at(tokio::time::Instant::now() + FRESH, FRESH);
    loop {
        let heard = timeout(PING, async {
            loop {
                tokio::select! {
                    heard = next_frame(incoming) => return AppResult::Ok(heard),
                    _ = revocations.recv() => standing.again().await?,
                    _ = look.tick(), if shared => standing.again().await?,
                }
            }
        });
        let heard = match heard.await {
            Ok(Ok(Some(heard))) => heard,
            Ok(Ok(None)) => return End::Gone,
            Ok(Err(_)) => return End::Unwelcome,
            Err(_) => {
                silent += 1;
                if silent >= SILENT {
                    return End::Gone;
                }
                if standing.again().await.is_err() {
                    return End::Unwelcome;
                }
                outbox.put(Weight::Light, Bytes::new(), resync);
                continue;
            }
        };
        silent = 0;
        if standing.fresh().await.is_err() {
            return End::Unwelcome;
        }
        match heard {
            Heard::Sign => {}
            Heard::Bad(why) => refuse(outbox, 0, why),
            Heard::Frame(ToServer::Ping) => say(outbox, &ToBrowser::Pong),
            Heard::Frame(ToServer::Hello { .. }) => return End::Behind,
            Heard::Frame(ToServer::Presence(presence)) => present(house, standing, me, outbox, presence),
            Heard::Frame(ToServer::Push(sent)) => push(house, standing, me, outbox, sent).await,
        }
    }
}

fn present(house: &House, standing: &Standing, me: &Me, outbox: &Outbox, presence: Presence) {
    if presence.selection.len() > limits::PUSH {
        return refuse(outbox, 0, Refusal::TooLarge);
    }
    house.site.boards.presence(standing.venture(), me.client, me.author, Some(presence));
}

async fn push(house: &House, standing: &Standing, me: &Me, outbox: &Outbox, sent: Vec<Sent>) {
    if sent.len() > limits::PUSH {
        return refuse(outbox, 0, Refusal::TooLarge);
    }
    let counters: Vec<Counter> = sent.iter().map(|sent| sent.counter).collect();
    let refuse_all = |why| counters.iter().for_each(|counter| refuse(outbox, *counter, why));
    let Some(permit) = standing.writes() else { return refuse_all(Refusal::ReadOnly) };
    match house.site.boards.push(permit, standing.venture(), me.client, me.author, sent).await {
        Ok(outcomes) => {
            for outcome in outcomes {
                match outcome {
                    // It comes back in the room's stream, and that is its acknowledgement.
                    Outcome::Accepted(_) | Outcome::Repeated(_) => {}
                    Outcome::Refused { counter, why } => refuse(outbox, counter, why),
                }
            }
        }
        Err(error) => {
            tracing::error!(%error, "push not stored");
            refuse_all(Refusal::NotStored);
        }
    }
}

/// What the room says.
async fn relay(
    mut subscription: Subscription,
    me: &Me,
    (person, saver): (shared::ids::PersonId, bool),
    outbox: &Outbox,
    revoked: tokio::sync::mpsc::Sender<()>,
) -> End {
    loop {
        match subscription.events.recv().await {
            Ok(event) => match &*event {
                BoardEvent::Frame(frame, _) => outbox.put(Weight::Kept, frame.clone(), resync),
                BoardEvent::Notice { noun, id } => say(outbox, &ToBrowser::Notice { noun: noun.clone(), id: id.clone() }),
                // Who saves data pays for nobody's cursor.
                BoardEvent::Presence { client, .. } if saver || *client == me.client => {}
                BoardEvent::Presence { client, author, presence } => {
                    let said = ToBrowser::Presence { client: *client, author: *author, presence: presence.clone() };
                    outbox.put(Weight::Light, frame(&said), resync);
                }
                BoardEvent::Revoked(who) if *who == person => {
                    // Full means that one is already on its way.
                    let _ = revoked.try_send(());
                }
                BoardEvent::Revoked(_) => {}
            },
            Err(RecvError::Lagged(_)) => return End::Behind,
            Err(RecvError::Closed) => return End::Behind,
        }
    }
}
