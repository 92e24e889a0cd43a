//! Puts journal and results on the disk, in a thread of its own: a sync takes milliseconds, and many
//! lines share one (group commit).

use std::fs::File;
use std::io::{self, Write};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use tokio::sync::oneshot;

/// Something to be written.
enum Message {
    /// Lines of the journal that must be on the disk before their requests leave.
    Begun {
        journal: String,
        stored: oneshot::Sender<io::Result<()>>,
    },
    /// A result. Nobody waits for it: when it is lost, the site's status tells.
    Ended { journal: String, results: Vec<u8> },
}

/// The writing thread.
#[derive(Debug)]
pub(crate) struct Writer {
    messages: Sender<Message>,
    thread: JoinHandle<io::Result<()>>,
}

impl Writer {
    pub(crate) fn start(journal: File, results: File) -> io::Result<Self> {
        let (messages, receiver) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || write(&receiver, journal, results))?;
        Ok(Self { messages, thread })
    }

    /// Writes intents; the answer comes when they are on the disk.
    pub(crate) fn begun(&self, journal: String) -> oneshot::Receiver<io::Result<()>> {
        begun(&self.messages, journal)
    }

    /// For the lines under way, which may have more to note. [`Writer::finish`] waits for whoever has it.
    pub(crate) fn notes(&self) -> Notes {
        Notes(self.messages.clone())
    }

    /// Writes a result.
    pub(crate) fn ended(&self, journal: String, results: Vec<u8>) {
        // A thread that has ended says why in `finish`.
        let _ = self.messages.send(Message::Ended { journal, results });
    }

    /// Waits until all is on the disk.
    pub(crate) fn finish(self) -> io::Result<()> {
        drop(self.messages);
        self.thread
            .join()
            .unwrap_or_else(|_| Err(io::Error::other("the journal's thread failed")))
    }
}

/// Writes what a line is about to do.
#[derive(Debug, Clone)]
pub(crate) struct Notes(Sender<Message>);

impl Notes {
    /// Waits until it is on the disk.
    pub(crate) async fn store(&self, journal: String) -> io::Result<()> {
        let ended = |_| Err(io::Error::other("its thread has ended"));
        begun(&self.0, journal).await.unwrap_or_else(ended)
    }
}

fn begun(messages: &Sender<Message>, journal: String) -> oneshot::Receiver<io::Result<()>> {
    let (stored, answer) = oneshot::channel();
    // A thread that has ended drops the sender, which the receiver notices.
    let _ = messages.send(Message::Begun { journal, stored });
    answer
}

fn write(messages: &Receiver<Message>, mut journal: File, mut results: File) -> io::Result<()> {
    let mut lines = String::new();
    let mut rows = Vec::new();
    let mut waiting = Vec::new();
    while let Ok(first) = messages.recv() {
        for message in std::iter::once(first).chain(messages.try_iter()) {
            match message {
                Message::Begun { journal, stored } => {
                    lines.push_str(&journal);
                    waiting.push(stored);
                }
                Message::Ended { journal, results } => {
                    lines.push_str(&journal);
                    rows.extend_from_slice(&results);
                }
            }
        }
        // The journal must not say of a line that it is done while its result can still be lost.
        let stored = store(&mut results, &rows).and_then(|()| store(&mut journal, lines.as_bytes()));
        lines.clear();
        rows.clear();
        for waiting in waiting.drain(..) {
            let copy = match &stored {
                Ok(()) => Ok(()),
                Err(error) => Err(io::Error::new(error.kind(), error.to_string())),
            };
            // Whoever has stopped waiting does not send either.
            let _ = waiting.send(copy);
        }
        stored?;
    }
    Ok(())
}

fn store(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    file.write_all(bytes)?;
    file.sync_data()
}
