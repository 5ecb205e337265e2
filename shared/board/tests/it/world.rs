//! A server and some browsers in one thread, with a network that can be slow, cut, or deliver what was thought lost.

use board::{
    Document, Effect, Envelope, Event, Outcome, Refusal, Replica, Room, ToBrowser, ToServer,
    id::{Author, ClientNo, Counter, RecordId, Seq},
    record::Parent,
    wire::Missing,
};
use std::collections::{BTreeMap, VecDeque};

pub struct Server {
    pub room: Room,
    pub log: Vec<Envelope>,
    pub devices: BTreeMap<Vec<u8>, ClientNo>,
    /// Does it read the log back for those who were away long.
    pub recalls: bool,
}

impl Server {
    pub fn new() -> Self {
        Self { room: Room::new(Document::default(), []), log: Vec::new(), devices: BTreeMap::new(), recalls: true }
    }

    pub fn restart(&mut self) {
        let mut document = Document::default();
        let mut counters: BTreeMap<ClientNo, Counter> = BTreeMap::new();
        for envelope in &self.log {
            document.apply(envelope).unwrap();
            counters.insert(envelope.client, envelope.counter);
        }
        assert_eq!(&document, self.room.document(), "the log folds to what was in memory");
        let document = Document::from_snapshot(&document.snapshot()).unwrap();
        self.room = Room::new(document, counters);
    }

    fn recall(&mut self, since: Seq) {
        if self.recalls && since < self.room.reach() {
            let older = &self.log[since.0 as usize..self.room.reach().0 as usize];
            self.room.recall(older).unwrap();
        }
    }

    fn hello(&mut self, device: &[u8], since: Seq) -> (ClientNo, ToBrowser) {
        let next = ClientNo(self.devices.len() as u32 + 1);
        let client = *self.devices.entry(device.to_vec()).or_insert(next);
        self.recall(since);
        let missing: Missing = self.room.welcome(since);
        let (counter, head) = (self.room.counter(client), self.room.head());
        (client, ToBrowser::Welcome { client, author: Author(client.0), counter, head, missing, writes: true })
    }

    /// What goes to everyone, and what goes to the sender alone. None when the commit failed.
    pub fn push(&mut self, client: ClientNo, sent: &[board::Sent], commit: bool) -> Option<(Vec<Envelope>, Vec<ToBrowser>)> {
        if let Some(base) = Room::oldest_base(sent) {
            self.recall(base);
        }
        let mut staged = self.room.stage();
        let outcomes = staged.push(client, Author(client.0), sent);
        if !commit {
            return None;
        }
        let accepted = staged.accepted().to_vec();
        self.room.adopt(staged).unwrap();
        self.log.extend(accepted.iter().cloned());
        let refused = outcomes.into_iter().filter_map(|outcome| match outcome {
            Outcome::Refused { counter, why } => Some(ToBrowser::Refused { counter, why }),
            Outcome::Accepted(_) | Outcome::Repeated(_) => None,
        });
        Some((accepted, refused.collect()))
    }
}

#[derive(Default)]
pub struct Line {
    pub client: Option<ClientNo>,
    pub up: VecDeque<ToServer>,
    pub down: VecDeque<ToBrowser>,
}

pub struct Browser {
    pub replica: Replica,
    pub saved: Vec<u8>,
    pub line: Option<Line>,
    pub refused: Vec<(Refusal, Option<String>)>,
    pub skipped: usize,
    pub kept: usize,
}

impl Browser {
    pub fn new(name: usize) -> Self {
        let replica = Replica::new(Document::default()).on_device(vec![name as u8; 16]);
        let saved = replica.saved();
        Self { replica, saved, line: None, refused: Vec::new(), skipped: 0, kept: 0 }
    }

    pub fn obey(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Persist => self.saved = self.replica.saved(),
                Effect::Send(frame) => {
                    // Over the wire and back, as bytes.
                    let frame = board::decode(&board::encode(&frame)).unwrap();
                    if let Some(line) = &mut self.line {
                        line.up.push_back(frame);
                    }
                }
                Effect::Refused { why, kept, .. } => self.refused.push((why, kept)),
                Effect::Skipped(skips) => self.skipped += skips.len(),
                Effect::Kept { .. } => self.kept += 1,
                Effect::Reconnect => drop(self.cut()),
                Effect::Reload => panic!("nothing here is newer than the code"),
                Effect::Show(_) | Effect::ShowAll => {}
            }
        }
    }

    pub fn handle(&mut self, event: Event) {
        let effects = self.replica.handle(event);
        self.obey(effects);
    }

    pub fn connect(&mut self) {
        if self.line.is_none() {
            self.line = Some(Line::default());
            self.handle(Event::Connected);
        }
    }

    pub fn cut(&mut self) -> Option<Line> {
        let line = self.line.take();
        let effects = self.replica.handle(Event::Disconnected);
        self.obey(effects);
        line
    }

    pub fn restart(&mut self) {
        self.line = None;
        self.replica = Replica::restored(&self.saved).unwrap();
    }
}

pub struct World {
    pub server: Server,
    pub browsers: Vec<Browser>,
    /// What was on its way to the server when a line was cut; it may still arrive.
    pub ghosts: Vec<(ClientNo, VecDeque<ToServer>)>,
}

impl World {
    pub fn new(browsers: usize) -> Self {
        Self { server: Server::new(), browsers: (0..browsers).map(Browser::new).collect(), ghosts: Vec::new() }
    }

    pub fn cut(&mut self, at: usize) {
        if let Some(line) = self.browsers[at].cut()
            && let Some(client) = line.client
        {
            self.ghosts.push((client, line.up));
        }
    }

    pub fn restart_server(&mut self) {
        for at in 0..self.browsers.len() {
            self.browsers[at].cut();
        }
        self.ghosts.clear();
        self.server.restart();
    }

    fn broadcast(&mut self, accepted: Vec<Envelope>) {
        if accepted.is_empty() {
            return;
        }
        for line in self.browsers.iter_mut().filter_map(|browser| browser.line.as_mut()).filter(|line| line.client.is_some()) {
            line.down.push_back(ToBrowser::Operations(accepted.clone()));
        }
    }

    /// A frame of a cut line reaches the server after all.
    pub fn haunt(&mut self, at: usize) {
        let (client, mut frames) = self.ghosts.swap_remove(at);
        while let Some(frame) = frames.pop_front() {
            if let ToServer::Push(sent) = frame {
                let (accepted, _) = self.server.push(client, &sent, true).unwrap();
                self.broadcast(accepted);
            }
        }
    }

    /// One frame of one browser reaches the server. Answers whether there was one.
    pub fn up(&mut self, at: usize, commit: bool) -> bool {
        let Some(line) = self.browsers[at].line.as_mut() else { return false };
        let Some(frame) = line.up.pop_front() else { return false };
        match frame {
            ToServer::Hello { device, since, .. } => {
                let (client, welcome) = self.server.hello(&device, since);
                line.client = Some(client);
                line.down.push_back(welcome);
            }
            ToServer::Push(sent) => {
                let client = line.client.expect("hello comes first");
                match self.server.push(client, &sent, commit) {
                    Some((accepted, refused)) => {
                        line.down.extend(refused);
                        self.broadcast(accepted);
                    }
                    None => {
                        line.up.clear();
                        line.down.push_back(ToBrowser::Refused { counter: sent[0].counter, why: Refusal::NotStored });
                    }
                }
            }
            ToServer::Presence(_) | ToServer::Ping => line.down.push_back(ToBrowser::Pong),
        }
        true
    }

    /// One frame of the server reaches a browser.
    pub fn down(&mut self, at: usize) -> bool {
        let Some(frame) = self.browsers[at].line.as_mut().and_then(|line| line.down.pop_front()) else { return false };
        let frame = board::decode(&board::encode(&frame)).unwrap();
        self.browsers[at].handle(Event::Received(frame));
        true
    }

    /// Everything arrives.
    pub fn settle(&mut self) {
        for _ in 0..50 {
            for at in 0..self.browsers.len() {
                self.browsers[at].connect();
            }
            loop {
                let mut busy = false;
                for at in 0..self.browsers.len() {
                    busy |= self.up(at, true);
                    busy |= self.down(at);
                }
                if !busy {
                    break;
                }
            }
            if self.browsers.iter().all(|browser| browser.line.is_some() && browser.replica.pending() == 0) {
                return;
            }
            for browser in &mut self.browsers {
                browser.handle(Event::Received(ToBrowser::Pong));
            }
        }
        panic!("work is left over: {:?}", self.browsers.iter().map(|browser| browser.replica.pending()).collect::<Vec<_>>());
    }

    pub fn assert_equal(&self) {
        for (at, browser) in self.browsers.iter().enumerate() {
            assert_eq!(browser.replica.confirmed(), self.server.room.document(), "browser {at} has the server's board");
            assert_eq!(browser.replica.shown(), self.server.room.document(), "browser {at} shows it");
        }
        let mut folded = Document::default();
        for envelope in &self.server.log {
            folded.apply(envelope).unwrap();
        }
        assert_eq!(&folded, self.server.room.document(), "the log folds to it");
        let read = Document::from_snapshot(&folded.snapshot()).unwrap();
        assert_eq!(&read, &folded, "and a snapshot holds it");
        let documents = self.browsers.iter().flat_map(|browser| [browser.replica.confirmed(), browser.replica.shown()]);
        for document in documents.chain([self.server.room.document(), &folded]) {
            assert_eq!(children(document), children(&read), "siblings stand in the same order");
            assert_eq!(document.elements(), read.elements());
        }
    }
}

/// The children of every parent, in their order: kept beside the records, so equal documents do not prove it.
fn children(document: &Document) -> BTreeMap<Parent, Vec<RecordId>> {
    let parents = document.all().map(|record| record.parent().clone());
    parents.map(|parent| (parent.clone(), document.children(&parent).map(|record| record.id).collect())).collect()
}
