//! `jetpack-partner bridge`: answers PHP's questions where PHP cannot load the extension (architecture.md §3). The same plain
//! data go in and out as with the extension, as JSON on standard input and output, and secrets nowhere else.

mod ini;
mod line;
mod parent;

use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

use clap::Args;
use jetpack_whmcs::{Clients, InvalidSetting, Question, Settings, defect};
use serde_json::{Value, json};

use line::Line;
use parent::Holder;

use crate::guard::{self, Against};
use crate::root::Root;

/// What `bridge` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
With QUESTION, standard input is what is given with it, a JSON object, and standard output the answer.
Without, a first line on standard output says the version; then each line of standard input is
{\"number\": 1, \"question\": ..., \"given\": {...}}, and is answered by {\"number\": 1, \"answer\": {...}}.
An empty line, or the end, ends it.
Settings (api_url, ca_file, proxy, deadline) are read from jetpack-bridge.ini beside the program, never from
the environment.")]
pub(crate) struct BridgeArguments {
    /// The question, such as describe.
    question: Option<String>,
    /// The process that asks: with its end this one ends too.
    #[arg(long, value_name = "PID")]
    parent: Option<i32>,
    /// Refuse to work where another user than root could change the program or its settings.
    #[arg(long)]
    guarded: bool,
}

/// Answers until nobody asks any more. It waits for questions without looking after anything else: there is nothing else.
pub(crate) async fn run(arguments: &BridgeArguments) -> anyhow::Result<ExitCode> {
    // A message could hold what was given; the place says enough.
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            eprintln!("jetpack-partner bridge failed at {place}");
        }
    }));
    parent::bind(arguments.parent)?;
    let mut bridge = Bridge {
        holder: Holder::new(),
        open: arguments.guarded.then(open).flatten(),
        settings: ini::settings(),
        clients: Clients::default(),
    };
    match &arguments.question {
        Some(question) => {
            let mut given = String::new();
            io::stdin().lock().read_to_string(&mut given)?;
            say(&bridge.answer(question, line::given(&given)).await)?;
        }
        None => bridge.converse().await?,
    }
    Ok(ExitCode::SUCCESS)
}

struct Bridge {
    holder: Holder,
    /// Where others could change it.
    open: Option<String>,
    /// As they were at the start: nobody changes them within a request.
    settings: Result<Settings, InvalidSetting>,
    clients: Clients,
}

impl Bridge {
    async fn converse(&mut self) -> io::Result<()> {
        say(&self.greeting())?;
        let mut questions = io::stdin().lock();
        let mut text = String::new();
        loop {
            text.clear();
            if questions.read_line(&mut text)? == 0 || text.trim().is_empty() {
                return Ok(());
            }
            let line = match Line::read(&text) {
                Ok(line) => line,
                Err(reason) => {
                    say(&refusal(&reason))?;
                    continue;
                }
            };
            let answer = self.answer(&line.question, Ok(line.given)).await;
            say(&json!({ "number": line.number, "answer": answer }))?;
            if line.question == "order" {
                self.prepare();
            }
        }
    }

    /// Does what the first request would have to, while PHP writes to its books that one is to follow.
    fn prepare(&mut self) {
        if let Ok(settings) = &mut self.settings
            && let Ok(read) = settings.trust.read()
        {
            settings.trust = read;
        }
    }

    /// The version, by what it is known as the holder of leases, and how long an answer may take, in seconds.
    fn greeting(&self) -> Value {
        let deadline = self
            .settings
            .as_ref()
            .map(|settings| settings.deadline.as_secs())
            .ok();
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "identity": self.holder.identity,
            "deadline": deadline,
            "open": self.open,
            "refused": self.settings.as_ref().err().map(ToString::to_string),
        })
    }

    async fn answer(&self, question: &str, given: Result<Value, String>) -> Value {
        if let Some(open) = &self.open {
            return refusal(&format!("{open} could be changed by another user than root"));
        }
        let given = match given {
            Ok(given) => given,
            Err(reason) => return refusal(&reason),
        };
        if let Some(answer) = self.holder.answer(question, &given) {
            return answer;
        }
        match Question::put(question, given, self.settings.clone()) {
            Question::Answered(answer) => answer,
            Question::Talk(talk) => talk.run(&self.clients).await,
        }
    }
}

/// The first place where another than root could change the program or its settings; that of a program whose place is not
/// known is the program itself.
fn open() -> Option<String> {
    let Some((program, _)) = ini::beside_the_program() else {
        return Some("the program".to_owned());
    };
    let open = guard::open_step(&Root::real(), &program, &Against::Itself);
    open.map(|open| open.step.display().to_string())
}

fn refusal(reason: &str) -> Value {
    json!({ "refusal": defect(reason) })
}

/// On a line of its own: JSON has none within.
fn say(answer: &Value) -> io::Result<()> {
    let mut line = serde_json::to_vec(answer)?;
    line.push(b'\n');
    // In pieces it would wake whoever waits for it once for each.
    let mut output = io::stdout().lock();
    output.write_all(&line)?;
    output.flush()
}
