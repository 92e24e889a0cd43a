//! Who may change the program that PHP starts with every secret, and its settings. There is one judge: the program asks it before
//! it answers, the installer before it chooses a place, the doctor before it calls one good. PHP goes by the same rule before it
//! starts anything (`ProgramFile.php`), but under `open_basedir` it does not see every folder.
//!
//! # The rule
//!
//! Looked at are both files, and every folder and link on the way to them.
//!
//! 1. What is the program's own is root's, and PHP's user cannot write there: its file, its settings, the folder that it lies in,
//!    and, where it is named by a link, that link and its folder.
//! 2. Of what else is on the way PHP's user owns nothing, and can write nothing. In a folder such as /tmp, where nobody moves what
//!    is another's, he may write; but new files can be made there, so the program's own folder may not be one.
//! 3. Where PHP's user is root, or is not known, all that is on the way is to be root's, and neither another group nor everybody
//!    may write there.

mod asked;
mod user;
mod way;

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};
use rustix::process::geteuid;

pub(crate) use self::asked::accepted;
pub(crate) use self::user::User;
use self::way::Way;
use crate::output::quoted;
use crate::root::Root;

/// The program's settings, beside it.
pub(crate) const SETTINGS: &str = "jetpack-bridge.ini";

/// Whose changes count.
#[derive(Debug, Clone)]
pub(crate) enum Against {
    /// The user that this process runs as.
    Itself,
    User(User),
    /// Every user but root.
    Anyone,
}

impl Against {
    /// The user, where one is known by number.
    pub(crate) fn user(&self) -> Option<&User> {
        match self {
            Self::User(user) => Some(user),
            Self::Itself | Self::Anyone => None,
        }
    }
}

/// What could be changed, and why.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) step: PathBuf,
    pub(crate) why: Why,
    /// Whether it is there for the program, and not only on the way to it.
    pub(crate) is_own: bool,
}

/// Why something could be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// It is the program's own, and not root's.
    NotRoots,
    /// It is PHP's user's.
    Users,
    /// It is another's; whether PHP runs as that one is not known.
    Anothers,
    /// PHP's user can write there.
    Writable,
    /// A group can write there; whether PHP's user is in it is not known.
    ByGroup,
    /// What cannot be looked at is not trusted.
    Unseen,
    /// It is one link of too many.
    Links,
}

impl Why {
    /// In words that follow the path's name.
    pub(crate) fn said(self) -> &'static str {
        match self {
            Self::NotRoots => "does not belong to root",
            Self::Users => "belongs to the user that PHP runs as",
            Self::Anothers => "belongs to another user than root",
            Self::Writable => "can be written by others than its owner",
            Self::ByGroup => "can be written by its group",
            Self::Unseen => "cannot be looked at",
            Self::Links => "is one link of too many",
        }
    }

    /// Whether the program is refused for it, whatever user PHP runs as.
    pub(crate) fn is_certain(self) -> bool {
        !matches!(self, Self::Anothers | Self::ByGroup | Self::Unseen)
    }
}

impl Open {
    fn by_links(step: PathBuf) -> Self {
        Self {
            step,
            why: Why::Links,
            is_own: false,
        }
    }

    /// What to do about it. A folder that others need as it is stays as it is.
    pub(crate) fn mended(&self) -> String {
        let step = quoted(&self.step);
        let is_sticky = self.step.metadata().is_ok_and(|found| found.mode() & 0o1000 != 0);
        match self.why {
            Why::Unseen => "Run it as root.".to_owned(),
            Why::Links => "Put the program itself there.".to_owned(),
            _ if !self.is_own || is_sticky => {
                "Remove the program there, and put it into /usr/local/bin: PHP looks there, too.".to_owned()
            }
            Why::NotRoots | Why::Users | Why::Anothers => format!("chown -h root:root {step}"),
            Why::Writable | Why::ByGroup => format!("chmod go-w {step}"),
        }
    }
}

/// The first thing by which a program that lies there, or is to lie there, could be changed: what certainly could before what
/// only might.
pub(crate) fn open_step(root: &Root, program: &Path, against: &Against) -> Option<Open> {
    let mut found = open_steps(root, program, against).into_iter();
    let first = found.next()?;
    match first.why.is_certain() {
        true => Some(first),
        false => found.find(|open| open.why.is_certain()).or(Some(first)),
    }
}

/// The first thing by which another than root could change a file or folder, or put another in its place: root runs and writes
/// nothing there. Whoever is not root does what he may do anyway. One user can be named who is no other.
pub(crate) fn open_to_others(root: &Root, path: &Path, but: Option<u32>) -> Option<Open> {
    if !geteuid().is_root() {
        return None;
    }
    let way = match Way::to(path) {
        Ok(way) => way,
        Err(step) => return Some(Open::by_links(step)),
    };
    let judge = Judge::new(root, &Against::Anyone);
    let is_his = |step: &Path| but.is_some() && step.symlink_metadata().ok().map(|found| found.uid()) == but;
    let mut open = within(root, way.steps).filter_map(|step| {
        let is_own = step == way.end || step == way.named;
        let why = match judge.why(&step, is_own)? {
            // His own group may write there, too, as it is with many distributions.
            Why::NotRoots | Why::Anothers if is_his(&step) => {
                let found = step.symlink_metadata().ok()?;
                judge.writer(&step, &found).filter(|why| *why != Why::ByGroup)?
            }
            why => why,
        };
        Some(Open { step, why, is_own })
    });
    let first = open.next()?;
    match first.why {
        Why::ByGroup => open.find(|open| open.why != Why::ByGroup).or(Some(first)),
        _ => Some(first),
    }
}

/// The same of the machine's own folders, where a group that may write is one of administrators, as Debian's staff.
pub(crate) fn open_on_the_machine(root: &Root, path: &Path) -> Option<Open> {
    open_to_others(root, path, None).filter(|open| open.why != Why::ByGroup)
}

fn open_steps(root: &Root, program: &Path, against: &Against) -> Vec<Open> {
    let (steps, own) = match looked_at(program) {
        Ok(both) => both,
        Err(step) => return vec![Open::by_links(step)],
    };
    let judge = Judge::new(root, against);
    let open = within(root, steps).filter_map(|step| {
        let is_own = own.contains(&step);
        let why = judge.why(&step, is_own)?;
        Some(Open { step, why, is_own })
    });
    open.collect()
}

/// Those of the machine. A folder that stands for / may be named by a link; the steps are not.
fn within(root: &Root, steps: Vec<PathBuf>) -> impl Iterator<Item = PathBuf> {
    let folder = root.folder().canonicalize();
    let folder = folder.unwrap_or_else(|_| PathBuf::from("/"));
    steps.into_iter().filter(move |step| step.starts_with(&folder))
}

/// All that is looked at, and what of it is the program's own; or the link that is one too many.
fn looked_at(program: &Path) -> Result<(Vec<PathBuf>, Vec<PathBuf>), PathBuf> {
    let to_program = Way::to(program)?;
    let settings = to_program.end.with_file_name(SETTINGS);
    let to_settings = Way::to(&settings)?;
    let mut own = vec![settings, to_settings.end];
    for file in [to_program.named, to_program.end] {
        own.extend(file.parent().map(Path::to_owned));
        own.push(file);
    }
    let mut steps = to_program.steps;
    for step in to_settings.steps {
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    Ok((steps, own))
}

struct Judge<'a> {
    /// Root, or who stands for him.
    keeper: u32,
    /// Where Debian lets its group staff write, which is one of administrators.
    staffed: PathBuf,
    against: &'a Against,
}

impl<'a> Judge<'a> {
    fn new(root: &Root, against: &'a Against) -> Self {
        Self {
            keeper: root.keeper(),
            staffed: root.at("/usr/local"),
            against,
        }
    }

    fn why(&self, step: &Path, is_own: bool) -> Option<Why> {
        let found = match fs::symlink_metadata(step) {
            Ok(found) => found,
            // What is not there is made by root; its folder is looked at.
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(_) => return Some(Why::Unseen),
        };
        self.owner(&found, is_own).or_else(|| {
            let is_sticky = !is_own && found.is_dir() && found.mode() & 0o1000 != 0;
            match found.is_symlink() || is_sticky {
                true => None,
                false => self.writer(step, &found),
            }
        })
    }

    fn owner(&self, found: &Metadata, is_own: bool) -> Option<Why> {
        match self.user() {
            _ if found.uid() == self.keeper => None,
            Some(user) if user == found.uid() => Some(Why::Users),
            _ if is_own => Some(Why::NotRoots),
            Some(_) => None,
            None => Some(Why::Anothers),
        }
    }

    fn writer(&self, step: &Path, found: &Metadata) -> Option<Why> {
        let (by_group, by_all) = (found.mode() & 0o020 != 0, found.mode() & 0o002 != 0);
        let writable = |can: bool| can.then_some(Why::Writable);
        match self.against {
            // Lists of access, too, count.
            Against::Itself if self.user().is_some() => writable(access(step, Access::WRITE_OK).is_ok()),
            Against::User(user) if self.user().is_some() => match user.groups.contains(&found.gid()) {
                true => writable(by_group),
                false => writable(by_all),
            },
            _ if by_all => Some(Why::Writable),
            _ => (by_group && found.gid() != 0 && !step.starts_with(&self.staffed)).then_some(Why::ByGroup),
        }
    }

    /// PHP's user, where he is known and not root.
    fn user(&self) -> Option<u32> {
        let user = match self.against {
            Against::Itself => geteuid().as_raw(),
            Against::User(user) => user.uid,
            Against::Anyone => self.keeper,
        };
        (user != self.keeper).then_some(user)
    }
}

#[cfg(test)]
mod tests;
