//! What the end of one line means for the others, and for the run.

use std::time::Duration;

use jetpack_partner::Error;

use super::brake::{Failing, Wait};
use super::perform::{Performed, Verdict};
use super::{Line, Run};
use crate::bulk::memory::writer::Writer;
use crate::bulk::report::outcome::Outcome;
use crate::exit::Exit;
use crate::explain;
use crate::signals::Sign;

/// How often a line is taken up again that the API asked to wait with while it answered others.
const MOST_TURNED_AWAY: u32 = 5;

impl Run<'_> {
    /// A line has come to an end, or is to be taken up again.
    pub(super) fn end(&mut self, writer: &Writer, line: Line, performed: Performed) {
        let Performed { outcome, verdict } = performed;
        let mut line = line;
        let is_taken_up = match &verdict {
            Verdict::Wait(asked) => {
                self.wait(*asked);
                if line.answers < self.brake.answers() {
                    line.answers = self.brake.answers();
                    line.turned_away += 1;
                }
                !outcome.state.is_finished() && line.turned_away < MOST_TURNED_AWAY
            }
            Verdict::Away(error) => self.away(error, &outcome),
            Verdict::Stop(error) => {
                self.stop_for(error, Exit::of(error));
                false
            }
            Verdict::StopAndLook => {
                self.stop(
                    format!(
                        "{}. Look at it before the same happens to another site",
                        outcome.message
                    ),
                    Exit::Failed,
                );
                false
            }
            Verdict::GoOn => false,
        };
        if !matches!(verdict, Verdict::Wait(_) | Verdict::Away(_)) && self.brake.answered() {
            self.progress.say("The API answers again.");
        }
        if is_taken_up {
            line.item.doubtful |= outcome.state.is_doubtful();
            self.again.push_back((line, outcome));
        } else {
            self.finish(writer, &line.item, &outcome);
        }
    }

    /// The API asks to wait.
    fn wait(&mut self, asked: Option<Duration>) {
        match self.brake.wait(asked) {
            Wait::Quietly => {}
            Wait::Aloud(span) => self.progress.say(&format!(
                "The API asks to wait for {} s; Ctrl-C ends the run.",
                span.as_secs()
            )),
            Wait::Never(span) => self.stop(
                format!(
                    "the API asks to wait for {} s, which is too long to wait here",
                    span.as_secs()
                ),
                Exit::Unreachable,
            ),
        }
    }

    /// The API failed, or could not be reached. Says whether the line is to try whether it is back.
    fn away(&mut self, error: &Error, outcome: &Outcome) -> bool {
        match self.brake.failed() {
            Failing::Perhaps => return false,
            Failing::Begins => self.progress.say(&format!(
                "The last {} lines failed ({error}). Now one line at a time tries whether the API is back; Ctrl-C ends the run.",
                self.brake.failures()
            )),
            Failing::Still => {}
            Failing::TooLong => self.stop_for(error, Exit::Unreachable),
        }
        // One line is enough for that, and it is no new one.
        self.again.is_empty() && !outcome.state.is_finished()
    }

    fn stop_for(&mut self, error: &Error, exit: Exit) {
        self.stop(format!("{error}. {}", explain::next_step(error)), exit);
    }

    pub(super) fn stop(&mut self, why: String, exit: Exit) {
        self.stopped.get_or_insert((why, exit));
    }

    pub(super) fn interrupt(&mut self, signal: Sign) {
        let is_second = matches!(self.stopped, Some((_, Exit::Interrupted)));
        match (is_second, signal) {
            (true, Sign::Stop) => {
                // What is under way is in the journal; the next run asks what became of it.
                self.progress.end();
                std::process::exit(Exit::Interrupted as i32);
            }
            // A terminal that is closed may say so twice, and after another signal.
            (true, Sign::HangUp) => return,
            (false, _) => {}
        }
        self.stopped = Some(("interrupted".to_owned(), Exit::Interrupted));
        self.progress.say(&format!(
            "Waiting for {} requests that are under way; Ctrl-C again ends at once.",
            self.running.len()
        ));
    }
}
